internal import Benchmark

extension Ledger {
  /// Counts the day of a moment so that a wall clock that steps cannot make it smaller.
  ///
  /// Counted is what bears the day's label; what bears the next one, since the clock must have stepped back then; and
  /// whatever this start of the machine has booked since midnight, by the clock that never steps.
  func day(of account: AccountRow, at moment: LedgerTime) throws -> DayCount {
    let booked = try database.value(
      """
      SELECT count(*) FROM bookings
      WHERE account = ?1 AND (day BETWEEN ?2 AND ?2 + 1 OR (?3 <> '' AND boot = ?3 AND continuous >= ?4))
      """,
      .integer(account.id), .integer(moment.day), .text(moment.boot), .integer(moment.dayBegan))
    let elsewhere = try database.value(
      "SELECT elsewhere FROM days WHERE account = ?1 AND day = ?2", .integer(account.id), .integer(moment.day))
    return DayCount(
      limit: account.dayLimit, booked: Int(clamping: booked.integer ?? 0),
      elsewhere: try Ledger.count("days.elsewhere", elsewhere.integer ?? 0))
  }

  /// Takes in what the server has counted today.
  ///
  /// Its count lags, so what was made elsewhere only grows, unless the server itself counts less than before: then the
  /// earlier count was of the day before.
  package func note(remaining: Int, limit: Int, of account: Account) throws {
    guard (0...1_000_000_000).contains(limit), (0...limit).contains(remaining) else { return }
    try step { moment in
      let row = try row(of: account, at: moment)
      let counted = Int64(limit - remaining)
      let surplus = max(counted - Int64(try day(of: row, at: moment).booked), 0)
      try database.run("UPDATE accounts SET day_limit = ?2 WHERE id = ?1", .integer(row.id), SQLValue(limit))
      try database.run(
        """
        INSERT INTO days (account, day, counted, elsewhere) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (account, day) DO UPDATE SET counted = ?3,
          elsewhere = CASE WHEN ?3 < counted THEN ?4 ELSE max(elsewhere, ?4) END
        """,
        .integer(row.id), .integer(moment.day), .integer(counted), .integer(surplus))
    }
  }

  /// Takes in that the server refuses more today, whatever it had counted when it was asked.
  ///
  /// Where no server has named a limit, there is nothing to be used up.
  func exhaust(_ account: Account) throws {
    try step { moment in
      let row = try row(of: account, at: moment)
      let day = try day(of: row, at: moment)
      guard let remaining = day.remaining else { return }
      try database.run(
        """
        INSERT INTO days (account, day, counted, elsewhere) VALUES (?1, ?2, 0, ?3)
        ON CONFLICT (account, day) DO UPDATE SET elsewhere = ?3
        """, .integer(row.id), .integer(moment.day), SQLValue(day.elsewhere + remaining))
    }
  }

  /// Today's count; all zero where nothing was ever booked.
  package func today(of account: Account) throws -> DayCount {
    try step { moment in
      guard let row = try find(account, at: moment) else { return DayCount(limit: nil, booked: 0, elsewhere: 0) }
      return try day(of: row, at: moment)
    }
  }
}
