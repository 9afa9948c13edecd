internal import Benchmark

/// The book of all requests that were made of accounts, kept in one file by all processes of a person.
///
/// Whatever is in it was there before the request left, so that no process and no crash can spend a quota twice.
package actor Ledger {
  private static let daysKept: Int64 = 40

  package nonisolated let path: String
  let database: Database
  let clock: @Sendable () -> LedgerTime

  /// - Throws: `LedgerFailure`.
  package init(_ path: String, clock: @escaping @Sendable () -> LedgerTime) throws {
    self.path = path
    self.clock = clock
    database = try Ledger.translating(path) {
      let database = try Database(path)
      try database.transaction {
        try database.adopt(LedgerSchema.format)
        try Ledger.forget(database, before: clock())
      }
      return database
    }
  }

  /// A count that stands in the ledger.
  ///
  /// - Throws: `ImpossibleNumber`.
  static func count(_ name: String, _ value: Int64) throws(ImpossibleNumber) -> Int {
    guard let count = Count.admitted(Int(clamping: value)) else { throw ImpossibleNumber(name, "\(value)") }
    return count
  }

  /// A failure of the database, or a number in it that cannot be, as a failure of the ledger.
  private static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as DatabaseFailure {
      throw LedgerFailure(failure, of: path)
    } catch let number as ImpossibleNumber {
      throw LedgerFailure(DatabaseFailure(kind: .damaged, reason: "\(number)"), of: path)
    }
  }

  /// What this start of the machine has booked goes by its age on the clock that never steps.
  private static func forget(_ database: Database, before moment: LedgerTime) throws {
    let age = daysKept * 86_400 * Nanoseconds.perSecond
    try database.run(
      "DELETE FROM bookings WHERE day < ?1 AND (boot <> ?2 OR continuous < ?3)",
      .integer(moment.day - daysKept), .text(moment.boot), .integer(moment.continuous - age))
    try database.run("DELETE FROM days WHERE day < ?1", .integer(moment.day - daysKept))
  }

  /// Carries out one step that no other process comes between; the clock is read when the file is ours.
  func step<Result>(_ body: (LedgerTime) throws -> Result) throws -> Result {
    try Ledger.translating(path) { try database.transaction { try body(clock()) } }
  }
}
