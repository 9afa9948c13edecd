/// A response whose body is written piece by piece at given moments.
struct Performance {
  /// Its own body is not used.
  var head: Response
  var cues: any IteratorProtocol<Cue>
}
