/// What became of one request, whatever that was; all stamps are `Monotonic` nanoseconds.
package struct Exchange: Sendable {
  package var status: Int?
  /// `1.0`, `1.1`, `2`.
  package var httpVersion: String?
  /// Those of the final response: not a proxy's, not of a 1xx, no trailers.
  package var headers: [HTTPHeader] = []
  /// Decoded; what had come where the exchange did not end well.
  package var body: [UInt8] = []
  package var reads: [Read] = []

  package var started: Int64
  /// A connection was there, and nothing of the request was written yet.
  package var sent: Int64?
  package var headersComplete: Int64?
  package var firstByte: Int64?
  package var ended: Int64

  /// Whether a connection of an earlier request was used again; nil when none came about.
  package var reused: Bool?
  /// Durations of the parts of connecting, in nanoseconds; nil where a part did not happen.
  package var nameLookup, tcp, tls: Int64?
  /// Of the request, headers included.
  package var bytesSent = 0
  /// Of the response's body, before it was decoded.
  package var bytesReceived = 0

  package var ending: Ending
  /// Of a request that was sent again: what had become of it at first.
  package var deadConnection: DeadConnection?

  package init(started: Int64, ended: Int64, ending: Ending) {
    self.started = started
    self.ended = ended
    self.ending = ending
  }
}

extension Exchange {
  /// A connection of an earlier request that had died: not a byte of a response came.
  package struct DeadConnection: Hashable, Sendable {
    package var failure: TransportFailure
    /// Of the request, by our own account; what became of them nobody knows.
    package var bytesSent: Int

    package init(failure: TransportFailure, bytesSent: Int) {
      self.failure = failure
      self.bytesSent = bytesSent
    }
  }

  /// What ended it, where that was a dead connection.
  package var metDeadConnection: DeadConnection? {
    guard case .failed(let failure) = ending, failure.kind == .deadConnection else { return nil }
    return DeadConnection(failure: failure, bytesSent: bytesSent)
  }

  /// One wake-up of the connection that brought bytes of the body.
  package struct Read: Hashable, Sendable {
    /// The clock when the first bytes of this wake-up came.
    package var at: Int64
    /// How many bytes of the body had come by its end.
    package var end: Int

    package init(at: Int64, end: Int) {
      self.at = at
      self.end = end
    }
  }
}
