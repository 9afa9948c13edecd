extension Check {
  /// What a suite file calls the rules.
  package enum Kind: String, Codable, CaseIterable, Sendable {
    case equals, contains
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case regex, length, json, schema
    case jsonPath = "json_path"
    case number, similarity
    case toolCalled = "tool_called"
    case refusal
    case finishReason = "finish_reason"
    case ttft, latency, tokens, cost
    case all, any
    case program, judge
  }
}

extension Check.Kind {
  package var rule: any CheckRule.Type {
    switch self {
    case .equals: EqualsRule.self
    case .contains: ContainsRule.self
    case .startsWith: StartsWithRule.self
    case .endsWith: EndsWithRule.self
    case .regex: RegexRule.self
    case .length: LengthRule.self
    case .json: JSONRule.self
    case .schema: SchemaRule.self
    case .jsonPath: JSONPathRule.self
    case .number: NumberRule.self
    case .similarity: SimilarityRule.self
    case .toolCalled: ToolCalledRule.self
    case .refusal: RefusalRule.self
    case .finishReason: FinishReasonRule.self
    case .ttft: TTFTRule.self
    case .latency: LatencyRule.self
    case .tokens: TokensRule.self
    case .cost: CostRule.self
    case .all: AllRule.self
    case .any: AnyRule.self
    case .program: ProgramRule.self
    case .judge: JudgeRule.self
    }
  }

  /// The keys that a check of this kind may have.
  package var keys: [String] {
    let common = Check.CodingKeys.allCases.map(\.rawValue)
    return common.prefix(1) + rule.keys + common.dropFirst().filter { !rule.keys.contains($0) }
  }

  /// Whether a check of this kind can be given a name: `tool_called` uses that key for the tool's.
  var hasName: Bool { !rule.keys.contains(Check.CodingKeys.name.rawValue) }
}
