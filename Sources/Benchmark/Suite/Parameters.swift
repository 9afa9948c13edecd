/// What a request asks for beside its prompt; nil means that nothing is said and the server decides.
package struct Parameters: Codable, Hashable, Sendable {
  package var system: String?
  package var maxTokens: Int?
  /// The same limit under its newer name, which some servers want; never beside `maxTokens`.
  package var maxCompletionTokens: Int?
  package var temperature: Double?
  package var topP: Double?
  package var topK: Int?
  package var minP: Double?
  package var frequencyPenalty: Double?
  package var presencePenalty: Double?
  package var repetitionPenalty: Double?
  package var seed: Int?
  /// At most four.
  package var stop: [String]?
  /// An object of the server's words; an effort alone is `{"effort": …}`.
  package var reasoning: [String: JSONValue]?
  /// How the request is routed, in the server's words.
  package var provider: [String: JSONValue]?
  /// Whether only providers that know every parameter may answer.
  package var requireParameters: Bool?
  package var toolChoice: JSONValue?
  package var parallelToolCalls: Bool?
  /// Further fields of the request body, sent as they are.
  package var extra: [String: JSONValue]?

  package init(
    system: String? = nil, maxTokens: Int? = nil, temperature: Double? = nil, seed: Int? = nil,
    extra: [String: JSONValue]? = nil
  ) {
    self.system = system
    self.maxTokens = maxTokens
    self.temperature = temperature
    self.seed = seed
    self.extra = extra
  }

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case system
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
    case temperature
    case topP = "top_p"
    case topK = "top_k"
    case minP = "min_p"
    case frequencyPenalty = "frequency_penalty"
    case presencePenalty = "presence_penalty"
    case repetitionPenalty = "repetition_penalty"
    case seed, stop, reasoning, provider
    case requireParameters = "require_parameters"
    case toolChoice = "tool_choice"
    case parallelToolCalls = "parallel_tool_calls"
    case extra
  }
}
