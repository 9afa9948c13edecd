package import Benchmark

/// What is left of an account's quota at a moment, and who spent it.
package struct Quota: Hashable, Sendable {
  /// The requests in a window that ends now.
  package struct Window: Hashable, Sendable {
    package var rate: RequestRate
    package var booked: Int
    /// How long until one more may leave.
    package var next: Nanoseconds
    /// How long until all of them have left the window.
    package var clears: Nanoseconds

    package init(rate: RequestRate, booked: Int, next: Nanoseconds, clears: Nanoseconds) {
      self.rate = rate
      self.booked = booked
      self.next = next
      self.clears = clears
    }

    package var remaining: Int { max(rate.limit - booked, 0) }
  }

  /// What a run has spent today.
  package struct Spending: Hashable, Sendable {
    package var run: String
    package var requests: Int
    /// How often each outcome was noted; empty text is a request whose end is not known.
    package var outcomes: [String: Int]

    package init(run: String, requests: Int, outcomes: [String: Int]) {
      self.run = run
      self.requests = requests
      self.outcomes = outcomes
    }
  }

  package var moment: LedgerTime
  /// Nil where nothing limits it.
  package var window: Window?
  /// How long nothing may leave since a server wants it, 0 where none does.
  package var held: Nanoseconds
  package var day: DayCount
  /// The latest first.
  package var runs: [Spending]
}
