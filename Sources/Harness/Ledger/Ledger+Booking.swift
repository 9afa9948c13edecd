package import Benchmark

extension Ledger {
  /// The ledger's answer to an order.
  package enum Answer: Hashable, Sendable {
    /// It is in the book: the request may leave now.
    case booked
    /// Ask again after so long, with the ticket, which keeps the place in line.
    case wait(Nanoseconds, ticket: Int64)
    /// The day is used up until the instant named, in milliseconds since 1970.
    case spent(DayCount, until: Int64)
    /// A server wants to be left alone for longer than anybody waits, until the instant named, likewise.
    case held(until: Int64)
  }

  /// How often a waiter shows that it is still there, at least.
  static let heartbeat = Nanoseconds.perSecond / 2
  /// A waiter that was not seen for so long holds nobody up; when it comes back, it has its place again.
  static let patience = 3 * heartbeat
  /// When those who never came back are struck off.
  private static let oblivion = 60 * Nanoseconds.perSecond
  /// So that a line at a high rate does not spin.
  private static let shortestWait = 2 * Nanoseconds.perMillisecond

  /// Books a request in one step across all processes, or says how long to wait.
  ///
  /// First come, first served: a ticket is given at the first asking.
  /// - Throws: `LedgerFailure`.
  package func book(_ order: BookingRequest, ticket: Int64? = nil) throws -> Answer {
    try step { moment in
      var account = try row(of: order.account, at: moment)
      let day = try day(of: account, at: moment)
      guard (day.remaining ?? 1) > 0 else {
        try leave(ticket)
        return .spent(day, until: moment.nextMidnight)
      }
      guard account.pace.hold <= RetryPolicy.longestWait else {
        try leave(ticket)
        return .held(until: moment.wall + account.pace.hold / Nanoseconds.perMillisecond)
      }
      let rate = account.rate(order.rate)
      let others = try rate == nil ? 0 : others(before: ticket, of: account.id, at: moment)
      let wait = account.pace.wait(under: rate, behind: others)
      guard others == 0 && wait == 0 else {
        let ticket = try show(ticket, of: account.id, at: moment)
        return .wait(min(max(wait, Ledger.shortestWait), Ledger.heartbeat), ticket: ticket)
      }
      account.pace.take(under: rate)
      try save(account.pace, of: account.id)
      try write(order, account.id, at: moment)
      try leave(ticket)
      return .booked
    }
  }

  /// Books a request before all who wait; false where the day is used up or a server wants to be left alone.
  ///
  /// - Throws: `LedgerFailure`.
  func bookAtOnce(_ order: BookingRequest) throws -> Bool {
    try step { moment in
      var account = try row(of: order.account, at: moment)
      guard try day(of: account, at: moment).remaining ?? 1 > 0, account.pace.hold == 0 else { return false }
      account.pace.take(under: account.rate(order.rate))
      try save(account.pace, of: account.id)
      try write(order, account.id, at: moment)
      return true
    }
  }

  private func write(_ order: BookingRequest, _ account: Int64, at moment: LedgerTime) throws {
    try database.run(
      "INSERT INTO bookings (account, day, wall, boot, continuous, run) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      .integer(account), .integer(moment.day), .integer(moment.wall), .text(moment.boot),
      .integer(moment.continuous), .text(order.run))
  }

  /// Notes what became of a run's requests, the oldest first; who never does so has spent them all the same.
  package func settle(_ outcomes: [String], of run: String) throws {
    guard !outcomes.isEmpty else { return }
    try step { _ in
      for outcome in outcomes {
        try database.run(
          """
          UPDATE bookings SET outcome = ?2
          WHERE id = (SELECT min(id) FROM bookings WHERE run = ?1 AND outcome IS NULL)
          """, .text(run), .text(outcome))
      }
    }
  }

  /// Lets nothing leave for so long, whichever process asks.
  package func hold(_ account: Account, for time: Nanoseconds) throws {
    try step { moment in
      var row = try row(of: account, at: moment)
      row.pace.hold(for: time)
      try save(row.pace, of: row.id)
    }
  }

  /// Takes a limit that the server named as everybody's for the rest of the day, where it is stricter than theirs.
  package func learn(_ rate: RequestRate, of account: Account) throws {
    try step { moment in
      let row = try row(of: account, at: moment)
      try database.run(
        "UPDATE accounts SET learned_limit = ?2, learned_window = ?3, learned_day = ?4 WHERE id = ?1",
        .integer(row.id), SQLValue(rate.limit), .integer(rate.window), .integer(moment.day))
    }
  }
}

// The line of those who wait, across processes.
extension Ledger {
  /// How many who are still there have waited longer.
  private func others(before ticket: Int64?, of account: Int64, at moment: LedgerTime) throws -> Int {
    try database.run(
      "DELETE FROM line WHERE account = ?1 AND (boot <> ?2 OR seen NOT BETWEEN ?3 AND ?4)", .integer(account),
      .text(moment.boot), .integer(moment.continuous - Ledger.oblivion), .integer(moment.continuous))
    let count = try database.value(
      "SELECT count(*) FROM line WHERE account = ?1 AND ticket < ?2 AND seen >= ?3", .integer(account),
      .integer(ticket ?? .max), .integer(moment.continuous - Ledger.patience))
    return Int(clamping: count.integer ?? 0)
  }

  /// Keeps a place in line, the last one for who has none.
  private func show(_ ticket: Int64?, of account: Int64, at moment: LedgerTime) throws -> Int64 {
    if let ticket {
      try database.run(
        """
        INSERT INTO line (ticket, account, boot, seen) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (ticket) DO UPDATE SET seen = ?4
        """, .integer(ticket), .integer(account), .text(moment.boot), .integer(moment.continuous))
      return ticket
    }
    try database.run(
      "INSERT INTO line (account, boot, seen) VALUES (?1, ?2, ?3)", .integer(account), .text(moment.boot),
      .integer(moment.continuous))
    return database.lastRow
  }

  /// Gives a place in line up.
  package func leave(_ ticket: Int64?) throws {
    guard let ticket else { return }
    try database.run("DELETE FROM line WHERE ticket = ?1", .integer(ticket))
  }
}
