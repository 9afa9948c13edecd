/// A piece of an answer with the moment it is due.
struct Cue: Hashable, Sendable {
  /// Simulated nanoseconds since the request arrived; never less than the cue's before.
  var at: Int64
  var action = Action.write
  /// None: from this moment on the head of the response is out.
  var bytes: [UInt8] = []
  /// Where in the bytes the true times are put as they are written; nil for nowhere.
  var stampsAt: Int?

  /// What is done with a cue when it is due.
  enum Action: Hashable, Sendable {
    /// The bytes are written as a part of the body.
    case write
    /// The bytes are written as they are, in no chunk.
    case writeUnframed
    /// Nothing more is written, and the connection stays open until the client has gone.
    case stall
    /// The connection is closed, the body complete or not.
    case close
    /// The connection is reset.
    case reset
  }

  /// The bytes as they are written: with `"t0"`, when the request had been read, and `"t"`, now, where there is a place
  /// for them; both nanoseconds of the monotonic clock.
  func written(arrival: Int64, now: Int64) -> [UInt8] {
    guard let stampsAt else { return bytes }
    return bytes[..<stampsAt] + Array("\"t0\":\(arrival),\"t\":\(now),".utf8) + bytes[stampsAt...]
  }
}
