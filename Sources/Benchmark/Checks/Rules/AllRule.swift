/// Every one of these checks passes.
package struct AllRule: CheckRule {
  package static let kind = Check.Kind.all
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var checks: [Check]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case checks
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let checks = decoder.checks(of: place) else { return nil }
    self.checks = checks
  }

  package var members: [Check] { checks }
  package var givesPartialCredit: Bool { checks.count > 1 || checks.contains { $0.rule.givesPartialCredit } }
  package var judgesRefusals: Bool { checks.contains { $0.rule.judgesRefusals } }
  package var words: String { checks.map(\.memberWords).joined(separator: " and ") }

  /// The score is the members' mean by weight.
  package func examine(_ input: CheckInput) -> Finding {
    let assessment = Assessment(checks.map { $0.judge(input) })
    let reasons = assessment.reasons
    guard let passed = assessment.passes else { return Finding(unknown: reasons) }
    return Finding(
      passed: passed, score: assessment.score, found: passed ? input.answer.shown : reasons, reason: reasons)
  }
}
