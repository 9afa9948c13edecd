/// What of a chat request's body the simulator acts on; everything else is accepted and ignored.
struct ChatRequest: Sendable, Decodable {
  var model: String?
  var messages: [Message]?
  var stream: Bool?
  var maxTokens: Int?
  var maxCompletionTokens: Int?
  var tools: [Ignored]?
  var responseFormat: ResponseFormat?
  var reasoning: Reasoning?
  var reasoningEffort: String?
  var includeReasoning: Bool?
  var provider: Provider?

  private enum CodingKeys: String, CodingKey {
    case model, messages, stream, tools, reasoning, provider
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
    case responseFormat = "response_format"
    case reasoningEffort = "reasoning_effort"
    case includeReasoning = "include_reasoning"
  }

  /// One turn of the conversation.
  struct Message: Sendable, Decodable {
    var role: String
    var content: Content?
  }

  /// The wish for a format.
  struct ResponseFormat: Sendable, Decodable {
    var type: String
  }

  /// The wishes for thinking.
  struct Reasoning: Sendable, Decodable {
    var effort: String?
    var enabled: Bool?
    var exclude: Bool?
  }

  /// The wishes for routing.
  struct Provider: Sendable, Decodable {
    var dataCollection: String?

    private enum CodingKeys: String, CodingKey {
      case dataCollection = "data_collection"
    }
  }

  /// A value of which only the presence counts.
  struct Ignored: Sendable, Decodable {
    init(from decoder: any Decoder) {}
  }
}

extension ChatRequest {
  var wantsTools: Bool { tools?.isEmpty == false }
  var wantsJSON: Bool { responseFormat.map { $0.type.hasPrefix("json") } ?? false }
  var turns: [Message] { messages ?? [] }
  var hasImages: Bool { turns.contains { $0.content?.hasImages ?? false } }
  var forbidsTraining: Bool { provider?.dataCollection == "deny" }

  /// The last thing the user said.
  var question: String {
    turns.last { $0.role == "user" }?.content?.text ?? ""
  }

  /// All that was said, roles included: two requests with the same are the same prompt.
  var conversation: String {
    turns.map { "\($0.role): \($0.content?.text ?? "")" }.joined(separator: "\n")
  }

  var tokenLimit: Int? { (maxCompletionTokens ?? maxTokens).map { max(1, $0) } }

  /// What is said about thinking: the word for its effort, "none" for no; nil when nothing is said.
  var effort: String? {
    if reasoning?.enabled == false { return "none" }
    return reasoning?.effort ?? reasoningEffort ?? (reasoning?.enabled == true ? "medium" : nil)
  }

  var hidesReasoning: Bool { reasoning?.exclude ?? (includeReasoning == false) }
}
