extension SimulatedModel {
  /// What `supported_parameters` lists.
  var parameters: [String] {
    var names = ["max_tokens"] + sampling
    if let tools { names += ["tool_choice", "tools"] + (tools.isParallel ? ["parallel_tool_calls"] : []) }
    if formats.json { names += ["response_format"] }
    if formats.schemas { names += ["structured_outputs"] }
    if reasoning != nil { names += ["include_reasoning", "reasoning", "reasoning_effort"] }
    return names.sorted()
  }

  /// Why the model cannot do what a request asks; nil when it can.
  func objection(to chat: ChatRequest) -> Refusal? {
    if chat.provider?.requireParameters == true, !chat.parameters.isSubset(of: parameters) { return .unfitParameters }
    if tools == nil, chat.wantsTools { return .noToolUse }
    if let kind = chat.attachments.map(\.kind).first(where: { !inputs.contains($0.rawValue) }) { return .noInput(kind) }
    if reasoning?.isMandatory == true, chat.effort == "none" { return .reasoningMandatory }
    let wanted = chat.promptTokens + (chat.tokenLimit ?? 0)
    guard wanted > contextLength else { return nil }
    return .contextTooLong(limit: contextLength, prompt: chat.promptTokens, answer: chat.tokenLimit ?? 0)
  }

  /// Whether the model takes what the request brings along, and keeps to the format it asks for.
  func fits(_ chat: ChatRequest) -> Bool {
    let wantsJSON = chat.responseFormat?.type.hasPrefix("json") ?? false
    return objection(to: chat) == nil && (!wantsJSON || format(of: chat) != .free)
  }

  /// The format in which the model answers: the one asked for, if it can.
  func format(of chat: ChatRequest) -> Format {
    switch chat.responseFormat?.type {
    case "json_object" where formats.json: .json
    case "json_schema" where formats.schemas: chat.responseFormat?.schema.map(Format.schema) ?? .json
    default: .free
    }
  }

  /// The form an answer must have.
  enum Format: Hashable, Sendable {
    case free
    /// Any object.
    case json
    /// What fits a JSON Schema.
    case schema(JSON)
  }
}

extension ChatRequest {
  /// What the request sets of the things that models can support, in the catalogue's words.
  var parameters: Set<String> {
    var names = fields.intersection(Self.supportable)
    if names.remove("max_completion_tokens") != nil { names.insert("max_tokens") }
    if responseFormat?.type == "json_object" { names.insert("response_format") }
    if responseFormat?.type == "json_schema" { names.insert("structured_outputs") }
    return names
  }

  /// The tokens of all that was said, estimated.
  var promptTokens: Int {
    Tokens.estimate(conversation) + attachments.count * Attachment.tokens
  }

  private static let supportable: Set<String> = [
    "frequency_penalty", "include_reasoning", "logit_bias", "logprobs", "max_completion_tokens", "max_tokens", "min_p",
    "parallel_tool_calls", "presence_penalty", "reasoning", "reasoning_effort", "repetition_penalty", "seed", "stop",
    "temperature", "tool_choice", "tools", "top_a", "top_k", "top_logprobs", "top_p", "verbosity",
  ]
}
