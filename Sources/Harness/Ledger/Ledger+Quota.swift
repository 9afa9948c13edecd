internal import Benchmark

extension Ledger {
  /// What is left of an account's quota now; `usual` is its rate where no request and no server has named another.
  ///
  /// - Throws: `LedgerFailure`.
  package func quota(of account: Account, at usual: RequestRate?) throws -> Quota {
    try step { moment in
      let row = try find(account, at: moment) ?? AccountRow(id: 0, pace: SharedPace(at: moment))
      return Quota(
        moment: moment, window: try row.rate(row.pace.rate ?? usual).map { try window(of: row, $0, at: moment) },
        held: row.pace.hold, day: try day(of: row, at: moment), runs: try runs(of: row, at: moment))
    }
  }

  /// Requests of an earlier start of the machine are placed by the wall clock.
  private func window(of account: AccountRow, _ rate: RequestRate, at moment: LedgerTime) throws -> Quota.Window {
    let rows = try database.rows(
      """
      SELECT CASE WHEN boot = ?2 THEN ?3 - continuous ELSE (?4 - wall) * 1000000 END AS age FROM bookings
      WHERE account = ?1 AND day >= ?5 AND age BETWEEN 0 AND ?6 - 1
      """,
      .integer(account.id), .text(moment.boot), .integer(moment.continuous), .integer(moment.wall),
      .integer(moment.day - 2), .integer(rate.window))
    let youngest = rows.compactMap { $0[0].integer }.min()
    return Quota.Window(
      rate: rate, booked: rows.count, next: account.pace.wait(under: rate, behind: 0),
      clears: youngest.map { rate.window - $0 } ?? 0)
  }

  private func runs(of account: AccountRow, at moment: LedgerTime) throws -> [Quota.Spending] {
    let rows = try database.rows(
      """
      SELECT run, coalesce(outcome, ''), count(*), max(id) FROM bookings WHERE account = ?1 AND day = ?2
      GROUP BY 1, 2 ORDER BY 4 DESC
      """, .integer(account.id), .integer(moment.day))
    var runs: [Quota.Spending] = []
    for row in rows {
      guard let run = row[0].text, let outcome = row[1].text, let count = row[2].integer else { continue }
      let index = runs.firstIndex { $0.run == run } ?? runs.endIndex
      if index == runs.endIndex { runs.append(Quota.Spending(run: run, requests: 0, outcomes: [:])) }
      runs[index].requests += Int(clamping: count)
      runs[index].outcomes[outcome] = Int(clamping: count)
    }
    return runs
  }
}
