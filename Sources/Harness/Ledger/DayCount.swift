/// An account's requests of one UTC day.
package struct DayCount: Hashable, Sendable {
  /// The most of the day; nil where no server has said so.
  package var limit: Int?
  /// What this ledger has booked.
  package var booked: Int
  /// What the server had counted beyond that when it was last asked: other machines, other programs.
  package var elsewhere: Int

  package init(limit: Int?, booked: Int, elsewhere: Int) {
    self.limit = limit
    self.booked = booked
    self.elsewhere = elsewhere
  }

  /// The smaller of what the server's count and our own leave.
  package var remaining: Int? { limit.map { max($0 - booked - elsewhere, 0) } }
}
