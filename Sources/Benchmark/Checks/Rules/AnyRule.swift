/// One of these checks at least passes.
package struct AnyRule: CheckRule {
  package static let kind = Check.Kind.any
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
  package var givesPartialCredit: Bool { checks.contains { $0.rule.givesPartialCredit } }
  package var judgesRefusals: Bool { checks.contains { $0.rule.judgesRefusals } }
  package var words: String { checks.map(\.memberWords).joined(separator: " or ") }

  /// The score is the best of the members'; what is ungraded may be better still.
  package func examine(_ input: CheckInput) -> Finding {
    let results = checks.map { $0.judge(input) }
    let reasons = Assessment(results).reasons
    let isGraded = !results.contains { $0.passed == nil }
    let best = results.compactMap(\.score).max() ?? 0
    if results.contains(where: { $0.passed == true }) {
      return Finding(passed: true, score: isGraded || best == 1 ? best : nil, found: input.answer.shown)
    }
    guard isGraded else { return Finding(unknown: reasons) }
    return Finding(passed: false, score: best, found: reasons, reason: "none of \(results.count) passed: \(reasons)")
  }
}
