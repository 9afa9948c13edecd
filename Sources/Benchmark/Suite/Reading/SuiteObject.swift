/// A kind of object in a suite file, with the keys that it may have.
struct SuiteObject: Sendable {
  /// With its article.
  let noun: String
  let keys: [String]
  /// What to do about keys that people write here and that belong elsewhere.
  var remedies: [String: String] = [:]
}

extension SuiteObject {
  private static let naming = "'contestants' and the option '-m' name models."
  private static let asOutput = "Write its schema as 'output'."

  /// Of objects that have parameters.
  private static let inParameters = Dictionary(
    uniqueKeysWithValues: parameters.keys.map { ($0, "Write it in 'parameters'.") }
  ).merging(["system_prompt": "Write it as 'system' in 'parameters'.", "response_format": asOutput]) { $1 }

  private static let ofPrompt = inParameters.merging([
    "question": "Write it as 'prompt'.", "input": "Write it as 'prompt'.", "content": "Write it as 'prompt'.",
    "expected": "Write it as one of 'checks', such as {\"type\": \"contains\", \"value\": …}.",
    "answer": "Write it as one of 'checks', such as {\"type\": \"contains\", \"value\": …}.", "model": naming,
  ]) { $1 }

  private static let asMaxTokens = "Did you mean 'max_tokens'?"

  private static let ofParameters = [
    "max": asMaxTokens, "maxTokens": asMaxTokens, "max_output_tokens": asMaxTokens, "max_new_tokens": asMaxTokens,
    "num_predict": asMaxTokens, "model": naming, "tools": "Write them beside 'parameters'.",
    "response_format": "Write its schema as 'output' beside 'parameters'.",
  ]
}

extension SuiteObject {
  static let suite = SuiteObject(
    noun: "a suite",
    keys: [
      "$schema", "name", "description", "parameters", "contestants", "tools", "max_rounds", "output", "variables",
      "rows", "matrix", "checks", "pass_score", "prompts",
    ],
    remedies: inParameters.merging(["model": naming, "models": naming]) { $1 })
  static let prompt = SuiteObject(
    noun: "a prompt",
    keys: [
      "id", "tags", "prompt", "messages", "turns", "parameters", "tools", "max_rounds", "output",
      "variables", "rows", "matrix", "checks", "pass_score",
    ],
    remedies: ofPrompt)
  static let message = SuiteObject(noun: "a message", keys: ["role", "content", "tool_calls", "tool_call_id"])
  static let turn = SuiteObject(noun: "a turn", keys: ["prompt", "checks"], remedies: ofPrompt)
  static let toolCall = SuiteObject(noun: "a call of a tool", keys: ["id", "name", "arguments"])
  static let part = SuiteObject(noun: "a part", keys: ["type"])
  static let textPart = SuiteObject(noun: "a part of text", keys: ["type", "text"])
  static let file = SuiteObject(noun: "a text from a file", keys: ["file"])
  static let tool = SuiteObject(noun: "a tool", keys: ["name", "description", "parameters", "strict", "results"])
  static let output = SuiteObject(noun: "an output", keys: ["schema", "name", "send", "strict", "accept"])
  static let toolResult = SuiteObject(noun: "a result of a tool", keys: ["when", "result"])
  static let contestant = SuiteObject(
    noun: "a contestant", keys: ["name", "model", "parameters"], remedies: inParameters)
  static let parameters = SuiteObject(
    noun: "parameters", keys: Parameters.CodingKeys.allCases.map(\.rawValue), remedies: ofParameters)

  static func attachment(_ kind: Attachment.Kind) -> SuiteObject {
    let keys =
      switch kind {
      case .image: ["type", "path", "url", "detail"]
      case .pdf, .video: ["type", "path", "url"]
      case .audio: ["type", "path"]
      }
    return SuiteObject(noun: "a part of kind '\(kind.rawValue)'", keys: keys)
  }

  static func check(_ kind: Check.Kind) -> SuiteObject {
    SuiteObject(noun: "a check of kind '\(kind.rawValue)'", keys: kind.keys, remedies: ofCheck[kind] ?? [:])
  }

  /// Remedies for keys that another kind of check has.
  private static let ofCheck: [Check.Kind: [String: String]] = [
    .equals: ["any": "Write the list as 'values'."],
    .contains: ["values": "Write the list as 'any', 'all' or 'none'."],
  ]
}
