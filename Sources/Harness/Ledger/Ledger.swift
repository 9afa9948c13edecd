internal import Benchmark

/// The book of all requests that were made of accounts, kept in one file by all processes of a person.
///
/// Whatever is in it was there before the request left, so that no process and no crash can spend a quota twice.
package actor Ledger {
  /// The format that this version reads and writes.
  static let version: Int64 = 1
  /// Marks the file as ours: "bake" in ASCII.
  private static let applicationID: Int64 = 0x6261_6B65
  private static let daysKept: Int64 = 40

  package nonisolated let path: String
  let database: Database
  let clock: @Sendable () -> Moment

  /// - Throws: `LedgerFailure`.
  package init(_ path: String, clock: @escaping @Sendable () -> Moment) throws {
    self.path = path
    self.clock = clock
    let database = try Database(path)
    try database.transaction { try Ledger.prepare(database, at: clock()) }
    self.database = database
  }

  private static func prepare(_ database: Database, at moment: Moment) throws {
    let version = try database.value("PRAGMA user_version").integer ?? 0
    guard version <= Ledger.version else { throw LedgerFailure.newer(database.path, version: version) }
    let isEmpty = try database.rows("SELECT name FROM sqlite_schema LIMIT 1").isEmpty
    if version == 0 && isEmpty {
      try LedgerSchema.create(in: database)
      try database.run("PRAGMA application_id = \(applicationID)")
      try database.run("PRAGMA user_version = \(Ledger.version)")
    } else if try database.value("PRAGMA application_id").integer != applicationID {
      throw LedgerFailure.damaged(database.path, "it is another program's database")
    }
    try forget(database, before: moment)
  }

  /// What this start of the machine has booked goes by its age on the clock that never steps.
  private static func forget(_ database: Database, before moment: Moment) throws {
    let age = daysKept * 86_400 * Nanoseconds.perSecond
    try database.run(
      "DELETE FROM bookings WHERE day < ?1 AND (boot <> ?2 OR continuous < ?3)",
      .integer(moment.day - daysKept), .text(moment.boot), .integer(moment.continuous - age))
    try database.run("DELETE FROM days WHERE day < ?1", .integer(moment.day - daysKept))
  }

  /// Carries out one step that no other process comes between; the clock is read when the file is ours.
  func step<Result>(_ body: (Moment) throws -> Result) throws -> Result {
    try database.transaction { try body(clock()) }
  }
}
