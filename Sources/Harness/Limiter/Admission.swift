package import Benchmark

/// Who decides when a request may leave.
package protocol Admission: Sendable {
  /// Returns when the trial's next request may leave.
  ///
  /// - Throws: `CancellationError` when the task is cancelled or the admission is closed, `AdmissionRefused` when the
  ///   day's quota is used up or the wait would be too long for anybody, `LedgerFailure` when that cannot be known.
  func admit(_ trial: Trial) async throws

  /// Counts the trial's request once more, which leaves again at once since its connection was dead; false where it may
  /// not: nothing waits here.
  func admitAgain(_ trial: Trial) async -> Bool

  /// Lets nothing leave for so long: the server wants it.
  func hold(for time: Duration) async

  /// Goes on under a limit that the server named.
  func learn(limit: Int, window: Nanoseconds) async

  /// Sends away all who wait and all who come.
  func close() async

  /// How many requests wait now.
  var waiting: Int { get async }
}

extension RateLimiter: Admission {
  package func admit(_ trial: Trial) async throws { try await admit() }
  package func admitAgain(_ trial: Trial) async -> Bool { admitAtOnce() }
}
