/// A kind of object in a suite file, with the keys that it may have.
struct SuiteObject: Sendable {
  /// With its article.
  let noun: String
  let keys: [String]
}

extension SuiteObject {
  static let suite = SuiteObject(noun: "a suite", keys: ["$schema", "name", "description", "parameters", "prompts"])
  static let prompt = SuiteObject(noun: "a prompt", keys: ["id", "prompt", "parameters", "checks"])
  static let parameters = SuiteObject(
    noun: "parameters", keys: ["system", "max_tokens", "temperature", "seed", "extra"])

  static func check(_ kind: Check.Kind) -> SuiteObject {
    let keys =
      switch kind {
      case .equals, .contains: ["type", "value", "ignore_case"]
      case .regex: ["type", "pattern", "ignore_case"]
      case .json: ["type", "keys", "fenced"]
      }
    return SuiteObject(noun: "a check of kind '\(kind.rawValue)'", keys: keys)
  }
}
