/// Who decides when a request may leave.
package protocol Admission: Sendable {
  /// Returns when the next request may leave.
  ///
  /// - Throws: `CancellationError` when the task is cancelled or the admission is closed.
  func admit() async throws

  /// Sends away all who wait and all who come.
  func close() async

  /// How many requests wait now.
  var waiting: Int { get async }
}

extension RateLimiter: Admission {}

/// Lets every request leave at once: for servers of one's own.
package actor Unlimited: Admission {
  private var isClosed = false

  package init() {}

  package func admit() async throws {
    if isClosed || Task.isCancelled { throw CancellationError() }
  }

  package func close() {
    isClosed = true
  }

  package var waiting: Int { 0 }
}
