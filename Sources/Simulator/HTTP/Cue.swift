/// A piece of a body with the moment it is due.
struct Cue: Hashable, Sendable {
  /// Simulated nanoseconds since the request arrived; never less than the cue's before.
  var at: Int64
  /// None: from this moment on the head of the response is out.
  var bytes: [UInt8] = []
}
