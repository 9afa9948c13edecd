/// A response whose body is written piece by piece at given moments.
struct Performance {
  /// Its own body is not used; nil where the cues are the whole response, head included.
  var head: Response?
  var cues: any IteratorProtocol<Cue>
  /// Interim responses (100 Continue) before the head.
  var interims = 0
  /// Whether cues are held back while the client reads none; else a client far behind is given up.
  var waitsForReader = false
}
