/// How an answer is compared with the one that a foreign file expects.
package enum Comparison: String, CaseIterable, Sendable {
  case equals, contains
  case startsWith = "starts_with"
  case similarity

  /// The least similarity that passes.
  private static let leastSimilarity = OrderedJSON.number(0.8)

  /// The check that passes when the answer is as one of these texts of a suite; nil where none says anything.
  func check(_ expected: [String]) -> OrderedJSON? {
    let values = expected.map(\.trimmed).filter { !$0.isEmpty }
    guard let first = values.first else { return nil }
    if values.count == 1 { return check(first) }
    switch self {
    case .equals: return ["type": "equals", "values": .strings(values)]
    case .contains: return ["type": "contains", "any": .strings(values)]
    case .startsWith, .similarity: return ["type": "any", "checks": .array(values.map(check))]
    }
  }

  private func check(_ value: String) -> OrderedJSON {
    .fields(
      ("type", .string(rawValue)), ("value", .string(value)),
      ("min", self == .similarity ? Comparison.leastSimilarity : nil))
  }
}
