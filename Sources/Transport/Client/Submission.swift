/// A request on its way to the transport's thread, with the task that waits for its exchange.
struct Submission: Sendable {
  var id: Int
  var request: HTTPRequest
  var started: Int64
  var continuation: CheckedContinuation<Exchange, Never>

  /// Answers the waiting task where no transfer came about.
  func end(_ ending: Ending) {
    continuation.resume(returning: Exchange(started: started, ended: Monotonic.now, ending: ending))
  }
}
