/// How fast a model is, and how evenly.
struct Pace: Sendable {
  /// Milliseconds to the first token.
  let firstToken: Int
  let tokensPerSecond: Double
  /// The relative spread of both.
  let spread: Double
}
