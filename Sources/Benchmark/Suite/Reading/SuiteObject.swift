/// A kind of object in a suite file, with the keys that it may have.
struct SuiteObject: Sendable {
  /// With its article.
  let noun: String
  let keys: [String]
}

extension SuiteObject {
  static let suite = SuiteObject(
    noun: "a suite",
    keys: [
      "$schema", "name", "description", "parameters", "contestants", "tools", "max_rounds", "output", "variables",
      "rows", "matrix", "checks", "pass_score", "prompts",
    ])
  static let prompt = SuiteObject(
    noun: "a prompt",
    keys: [
      "id", "tags", "prompt", "messages", "turns", "parameters", "tools", "max_rounds", "output",
      "variables", "rows", "matrix", "checks", "pass_score",
    ])
  static let message = SuiteObject(noun: "a message", keys: ["role", "content", "tool_calls", "tool_call_id"])
  static let turn = SuiteObject(noun: "a turn", keys: ["prompt", "checks"])
  static let toolCall = SuiteObject(noun: "a call of a tool", keys: ["id", "name", "arguments"])
  static let part = SuiteObject(noun: "a part", keys: ["type"])
  static let textPart = SuiteObject(noun: "a part of text", keys: ["type", "text"])
  static let file = SuiteObject(noun: "a text from a file", keys: ["file"])
  static let tool = SuiteObject(noun: "a tool", keys: ["name", "description", "parameters", "strict", "results"])
  static let output = SuiteObject(noun: "an output", keys: ["schema", "name", "send", "strict", "accept"])
  static let toolResult = SuiteObject(noun: "a result of a tool", keys: ["when", "result"])
  static let contestant = SuiteObject(noun: "a contestant", keys: ["name", "model", "parameters"])
  static let parameters = SuiteObject(noun: "parameters", keys: Parameters.CodingKeys.allCases.map(\.rawValue))

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
    SuiteObject(noun: "a check of kind '\(kind.rawValue)'", keys: kind.keys)
  }
}
