/// Checks that take the place of those that a run had: what was asked and answered stays as it is.
///
/// The last such line of a journal that names a prompt counts for it.
package struct ChecksRecord: Codable, Hashable, Sendable {
  /// UTC when they were applied, RFC 3339 with milliseconds.
  package var wall: String
  /// The suite that has them.
  package var suiteSource: SuiteSource
  /// Only those whose checks are others than before.
  package var prompts: [Replacement]

  /// The checks of one prompt.
  package struct Replacement: Codable, Hashable, Sendable {
    package var id: String
    package var checks: [Check]
    /// Those of its turns, one list each; nil where no turn has any.
    package var turns: [[Check]]?
    package var passScore: Double?

    package enum CodingKeys: String, CodingKey {
      case id, checks, turns
      case passScore = "pass_score"
    }

    init(of prompt: Prompt) {
      id = prompt.id
      checks = prompt.checks
      turns = prompt.turns.allSatisfy(\.checks.isEmpty) ? nil : prompt.turns.map(\.checks)
      passScore = prompt.passScore
    }
  }

  package enum CodingKeys: String, CodingKey {
    case wall
    case suiteSource = "suite_source"
    case prompts
  }

  /// What of a suite's checks is different from a run's, by the ids of prompts.
  package init(of suite: Suite, from source: SuiteSource, replacing record: RunRecord, wall: String) {
    self.wall = wall
    suiteSource = source
    let recorded = Dictionary(record.suite.prompts.map { ($0.id, $0) }) { first, _ in first }
    prompts = suite.prompts.compactMap { prompt in
      guard let recorded = recorded[prompt.id] else { return nil }
      let replacement = Replacement(of: prompt)
      return replacement == Replacement(of: recorded) ? nil : replacement
    }
  }
}

extension Run {
  /// Lets checks take the place of those that its prompts have.
  package mutating func apply(_ record: ChecksRecord) {
    checks.append(record)
    let replacements = Dictionary(record.prompts.map { ($0.id, $0) }) { _, last in last }
    self.record.suite.prompts = PromptList(
      CheckedPrompts(prompts: self.record.suite.prompts, replacements: replacements))
  }
}

/// A run's prompts with other checks.
private struct CheckedPrompts: PromptSource {
  let prompts: PromptList
  /// By the ids of prompts.
  let replacements: [String: ChecksRecord.Replacement]

  var count: Int { prompts.count }

  subscript(index: Int) -> Prompt {
    let prompt = prompts[index]
    return replacements[prompt.id].map(prompt.checked) ?? prompt
  }
}

extension Prompt {
  fileprivate func checked(by replacement: ChecksRecord.Replacement) -> Prompt {
    var prompt = self
    prompt.checks = replacement.checks
    prompt.passScore = replacement.passScore
    for index in prompt.turns.indices {
      let checks = replacement.turns ?? []
      prompt.turns[index].checks = index < checks.count ? checks[index] : []
    }
    return prompt
  }

  /// Whether both say the same to a contestant.
  package func asks(theSameAs other: Prompt) -> Bool {
    messages == other.messages && turns.map(\.message) == other.turns.map(\.message)
  }
}
