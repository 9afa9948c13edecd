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
  var tools: ToolSupport? = ToolSupport()
  var formats = FormatSupport()
  /// What it can be told about sampling, as `supported_parameters` names it.
  var sampling = ["seed", "stop", "temperature", "top_p"]
  var reasoning: ReasoningSupport?
  /// Days from the simulator's start until the model is withdrawn.
  var expiresInDays: Int?
  /// US dollars per token, for the prompt and for the answer.
  var prices: Prices?
  var wordForStop = "stop"
  var fingerprint: String?
  let pace: Pace
  var manner = Manner.plain
  /// The share of known questions it answers well, where it has no talent.
  let accuracy: Double
  /// The same share in the subjects in which it is better or worse.
  var talents: [Subject: Double] = [:]

  /// Decimal numbers as texts, as the catalogue has them.
  struct Prices: Sendable {
    let prompt: String
    let completion: String
  }

  /// Whether a model thinks, and whether it can be told not to.
  struct ReasoningSupport: Sendable {
    let isMandatory: Bool
    let isDefault: Bool
    var efforts = ["low", "medium", "high"]
  }

  /// How a model calls tools.
  struct ToolSupport: Sendable {
    /// Each call in one piece, as some servers send them, instead of in fragments.
    var isWhole = false
    /// Several calls at once where they do not depend on each other.
    var isParallel = true
  }

  /// Which response formats a model keeps to; it ignores the others.
  struct FormatSupport: Sendable {
    /// JSON mode.
    var json = true
    /// Schemas.
    var schemas = true
    /// The share of answers that fit the schema they were given.
    var fit = 1.0
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

  func accuracy(in subject: Subject) -> Double { talents[subject] ?? accuracy }
}
