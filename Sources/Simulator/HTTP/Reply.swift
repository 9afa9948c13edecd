/// What a request is answered with.
enum Reply {
  case atOnce(Response)
  case overTime(Performance)
}

/// A response whose body is written piece by piece at given moments.
struct Performance {
  /// Its own body is not used.
  var head: Response
  var cues: any IteratorProtocol<Cue>
}

/// A piece of a body with the moment it is due.
struct Cue: Hashable, Sendable {
  /// Simulated nanoseconds since the request arrived; never less than the cue's before.
  var at: Int64
  /// None: from this moment on the head of the response is out.
  var bytes: [UInt8] = []
}
