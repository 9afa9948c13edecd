internal import Benchmark

extension Ledger {
  /// An account's row.
  struct AccountRow {
    var id: Int64
    var pace: SharedPace
    /// Whether the pace was written down at an earlier start of the machine.
    var isRetold = false
    /// The limit that a server named today.
    var learned: RequestRate?
    /// The most requests a day, where a server said so.
    var dayLimit: Int?

    /// What holds for a request: the stricter of the rate asked for and the one learned.
    func rate(_ asked: RequestRate?) -> RequestRate? {
      guard let learned else { return asked }
      guard let asked else { return learned }
      return learned.interval > asked.interval ? learned : asked
    }
  }

  private static let columns = """
    id, boot, stamp, full, held, rate_limit, rate_window, learned_limit, learned_window, learned_day, day_limit
    """

  /// The row of an account, told at this moment; nil where nothing was ever booked for it.
  func find(_ account: Account, at moment: LedgerTime) throws -> AccountRow? {
    let rows = try database.rows(
      "SELECT \(Ledger.columns) FROM accounts WHERE origin = ?1 AND name = ?2", .text(account.origin),
      .text(account.name))
    return try rows.first.flatMap { try AccountRow($0, at: moment) }
  }

  /// The row of an account, made where there is none.
  ///
  /// What an earlier start of the machine left is written down as it is told now: else it would be owed anew at every
  /// asking.
  func row(of account: Account, at moment: LedgerTime) throws -> AccountRow {
    if let row = try find(account, at: moment) {
      if row.isRetold { try save(row.pace, of: row.id) }
      return row
    }
    try database.run(
      "INSERT INTO accounts (origin, name, boot, stamp, full, held) VALUES (?1, ?2, ?3, ?4, 0, 0)",
      .text(account.origin), .text(account.name), .text(moment.boot), .integer(moment.continuous))
    return AccountRow(id: database.lastRow, pace: SharedPace(at: moment))
  }

  func save(_ pace: SharedPace, of account: Int64) throws {
    try database.run(
      "UPDATE accounts SET boot = ?2, stamp = ?3, full = ?4, held = ?5, rate_limit = ?6, rate_window = ?7 WHERE id = ?1",
      .integer(account), .text(pace.boot), .integer(pace.stamp), .integer(pace.full), .integer(pace.heldUntil),
      SQLValue(pace.rate?.limit), SQLValue(pace.rate?.window))
  }

  /// The names under which requests to an endpoint were booked.
  ///
  /// - Throws: `LedgerFailure`.
  package func accounts(at origin: Origin) throws -> [Account] {
    try step { _ in
      try database.rows("SELECT name FROM accounts WHERE origin = ?1 ORDER BY name", .text(origin.description))
        .compactMap { $0[0].text.map { Account(origin: origin, name: $0) } }
    }
  }
}

extension Ledger.AccountRow {
  /// - Throws: `ImpossibleNumber`.
  fileprivate init?(_ row: SQLRow, at moment: LedgerTime) throws {
    guard let id = row[0].integer, let boot = row[1].text, let stamp = row[2].integer, let full = row[3].integer,
      let held = row[4].integer
    else { return nil }
    try Nanoseconds.verify(["accounts.stamp": stamp, "accounts.full": full, "accounts.held": held])
    self.id = id
    let stored = SharedPace(
      rate: RequestRate(stored: row[5], row[6]), full: full, heldUntil: held, stamp: stamp, boot: boot)
    pace = stored.told(at: moment)
    isRetold = !stored.isOfStart(of: moment)
    learned = row[9].integer == moment.day ? RequestRate(stored: row[7], row[8]) : nil
    dayLimit = try row[10].integer.map { try Ledger.count("accounts.day_limit", $0) }
  }
}

extension RequestRate {
  /// A year: longer windows are no windows.
  private static let longestWindow = 366 * 86_400 * Nanoseconds.perSecond

  fileprivate init?(stored limit: SQLValue, _ window: SQLValue) {
    guard let limit = limit.integer, let window = window.integer, (1...Int64(Int32.max)).contains(limit),
      (1...RequestRate.longestWindow).contains(window)
    else { return nil }
    self.init(limit: Int(limit), window: window)
  }

  /// The time between two requests.
  var interval: Nanoseconds { time(for: 2) }
}
