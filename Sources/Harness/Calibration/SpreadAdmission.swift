package import Benchmark

/// Lets the first requests leave evenly over a span of time, so that streams do not tick together; later ones at once.
package actor SpreadAdmission: Admission {
  private let count: Int
  private let span: Duration
  private var isClosed = false
  private var admitted = 0
  private var start: ContinuousClock.Instant?

  package init(first count: Int, over span: Duration) {
    self.count = count
    self.span = span
  }

  package func admit(_ trial: Trial) async throws {
    if isClosed || Task.isCancelled { throw CancellationError() }
    guard admitted < count else { return }
    let start = start ?? .now
    self.start = start
    let due = start + span * admitted / count
    admitted += 1
    try await Task.sleep(until: due, tolerance: .zero)
  }

  package func admitAgain(_ trial: Trial) -> Bool { true }

  /// Nothing: the server is our own and has no limits.
  package func hold(for time: Duration) {}

  /// Nothing: the server is our own and has no limits.
  package func learn(limit: Int, window: Nanoseconds) {}

  package func close() {
    isClosed = true
  }

  package var waiting: Int { 0 }
}
