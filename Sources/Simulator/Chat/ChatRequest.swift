#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What of a chat request's body the simulator acts on; everything else is accepted and ignored.
struct ChatRequest: Sendable, Decodable {
  var model: String?
  var messages: [Message]?
  var stream: Bool?
  var maxTokens: Int?
  var maxCompletionTokens: Int?
  var stop: Stop?
  var tools: [Tool]?
  var toolChoice: ToolChoice?
  var parallelToolCalls: Bool?
  var responseFormat: ResponseFormat?
  var reasoning: Reasoning?
  var reasoningEffort: String?
  var includeReasoning: Bool?
  var provider: Provider?
  /// The names of all fields, known or not, where the request asks that all count.
  private(set) var fields: Set<String> = []
  /// All that was said, roles and attachments included: two requests with the same are the same prompt.
  private(set) var conversation = ""
  /// What it asks for beside that, in one order: requests that differ in it are not the same request.
  private(set) var settings = ""
  /// The same as it was sent, nonces and markers included: what a prompt cache goes by.
  private(set) var transcript = ""

  private enum CodingKeys: String, CodingKey {
    case model, messages, stream, stop, tools, reasoning, provider
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
    case toolChoice = "tool_choice"
    case parallelToolCalls = "parallel_tool_calls"
    case responseFormat = "response_format"
    case reasoningEffort = "reasoning_effort"
    case includeReasoning = "include_reasoning"
  }

  /// Reads a body; nil for one that is no chat request.
  static func read(_ bytes: [UInt8]) -> ChatRequest? {
    let decoder = JSONDecoder()
    guard let body = try? decoder.decode(Body.self, from: Data(bytes)) else { return nil }
    var chat = body.chat
    chat.settings = body.settings
    if chat.provider?.requireParameters == true {
      chat.fields = Set((try? decoder.decode([String: Ignored].self, from: Data(bytes)))?.keys.map(\.self) ?? [])
    }
    chat.transcript = chat.turns.map(\.transcript).joined(separator: "\n")
    // A nonce in front of it makes a prompt no other to a model.
    chat.messages?.takeNonceOff()
    let transcript = chat.turns.map(\.transcript).joined(separator: "\n")
    // A marker that nobody can foresee must not make every judgement another one.
    chat.conversation = JudgeTask(chat.question).map { transcript.replacing($0.marker, with: "") } ?? transcript
    return chat
  }

  /// The wish for a format.
  struct ResponseFormat: Sendable, Decodable {
    var type: String
    var schema: JSON?

    private enum CodingKeys: String, CodingKey {
      case type
      case schema = "json_schema"
    }

    private struct Envelope: Decodable {
      var schema: JSON?
    }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      type = try keys.decode(String.self, forKey: .type)
      schema = try keys.decodeIfPresent(Envelope.self, forKey: .schema)?.schema
    }
  }

  /// The wishes for thinking.
  struct Reasoning: Sendable, Decodable {
    var effort: String?
    var enabled: Bool?
    var exclude: Bool?
    var maxTokens: Int?

    private enum CodingKeys: String, CodingKey {
      case effort, enabled, exclude
      case maxTokens = "max_tokens"
    }
  }

  /// The wishes for routing.
  struct Provider: Sendable, Decodable {
    var dataCollection: String?
    var requireParameters: Bool?

    private enum CodingKeys: String, CodingKey {
      case dataCollection = "data_collection"
      case requireParameters = "require_parameters"
    }
  }

  /// Where an answer is to end: one text or several.
  struct Stop: Sendable, Decodable {
    var words: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      words = try (try? value.decode(String.self)).map { [$0] } ?? value.decode([String].self)
    }
  }

  /// A value of which only the presence counts.
  private struct Ignored: Decodable {
    init(from decoder: any Decoder) {}
  }
}

extension ChatRequest {
  var wantsTools: Bool { tools?.isEmpty == false }
  var forbidsTraining: Bool { provider?.dataCollection == "deny" }

  /// More than any model's answer or context, and added up with a prompt's tokens without overflow.
  private static let tokenLimits = 1...(1 << 40)

  var tokenLimit: Int? {
    (maxCompletionTokens ?? maxTokens).map { min(max($0, Self.tokenLimits.lowerBound), Self.tokenLimits.upperBound) }
  }

  /// What is said about thinking: the word for its effort, "none" for no; nil when nothing is said.
  var effort: String? {
    if reasoning?.enabled == false { return "none" }
    return reasoning?.effort ?? reasoningEffort
      ?? (reasoning?.enabled == true || reasoning?.maxTokens != nil ? "medium" : nil)
  }

  var hidesReasoning: Bool { reasoning?.exclude ?? (includeReasoning == false) }
}
