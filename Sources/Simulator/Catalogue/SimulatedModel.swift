/// A model that does not exist: what the catalogue says about it, and how it behaves.
struct SimulatedModel: Sendable {
  /// As requests name it, `:free` included.
  var id: String
  let name: String
  let summary: String
  let provider: String
  /// Unix seconds.
  let created: Int
  let contextLength: Int
  let largestAnswer: Int
  var inputs = ["text"]
  var supportsTools = true
  var supportsResponseFormat = true
  var reasoning: ReasoningSupport?
  /// Days from the simulator's start until the model is withdrawn.
  var expiresInDays: Int?
  /// US dollars per token, for the prompt and for the answer.
  var prices: Prices?
  var wordForStop = "stop"
  var fingerprint: String?
  let pace: Pace
  var manner = Manner.plain
  /// The share of known questions it answers well.
  let accuracy: Double

  /// Decimal numbers as texts, as the catalogue has them.
  struct Prices: Sendable {
    let prompt: String
    let completion: String
  }

  /// Whether a model thinks, and whether it can be told not to.
  struct ReasoningSupport: Sendable {
    let isMandatory: Bool
    let isDefault: Bool
  }

  /// How a model speaks.
  enum Manner: Sendable {
    case plain
    case terse
    /// Greets, explains and takes its leave.
    case verbose
    /// Puts code and JSON into Markdown fences.
    case fencing
  }

  var isFree: Bool { prices == nil }
}
