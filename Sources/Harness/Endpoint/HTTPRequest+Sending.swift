internal import Transport

extension HTTPRequest {
  /// Sends it, and once more at once, on a new connection, where a reused one was dead before a byte of the response
  /// came.
  ///
  /// libcurl would do so in silence, with a wrong latency. In any other case nobody knows whether the server has begun
  /// to answer, so nothing is sent again here.
  ///
  /// `isAllowed` is asked before the second time, with the bytes that had left the first time.
  func sent(
    by send: Runner.Send, again isAllowed: (_ bytesSent: Int) async -> Bool = { _ in true }
  ) async -> Exchange {
    let first = await send(self)
    guard let dead = first.metDeadConnection, !Task.isCancelled, await isAllowed(dead.bytesSent) else { return first }
    var again = self
    again.opensConnection = true
    var second = await send(again)
    second.deadConnection = dead
    return second
  }
}
