/// A piece of a body with the moment it is due.
struct Cue: Hashable, Sendable {
  /// Simulated nanoseconds since the request arrived; never less than the cue's before.
  var at: Int64
  /// None: from this moment on the head of the response is out.
  var bytes: [UInt8] = []
  /// Where in the bytes the true times are put as they are written; nil for nowhere.
  var stampsAt: Int?

  /// The bytes as they are written: with `"t0"`, when the request had been read, and `"t"`, now, where there is a place
  /// for them; both nanoseconds of the monotonic clock.
  func written(arrival: Int64, now: Int64) -> [UInt8] {
    guard let stampsAt else { return bytes }
    return bytes[..<stampsAt] + Array("\"t0\":\(arrival),\"t\":\(now),".utf8) + bytes[stampsAt...]
  }
}
