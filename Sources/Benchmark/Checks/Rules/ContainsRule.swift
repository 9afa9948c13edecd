/// The answer holds this text, one of some, all of some, none of some.
package struct ContainsRule: CheckRule {
  package static let kind = Check.Kind.contains
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: String?
  package var any: [String]?
  package var all: [String]?
  package var none: [String]?
  package var ignoresCase: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value, any, all, none
    case ignoresCase = "ignore_case"
  }

  package init(_ value: String, ignoresCase: Bool? = nil) {
    self.value = value
    self.ignoresCase = ignoresCase
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    let lists = ["any", "all", "none"]
    if !lists.contains(where: { decoder.has($0, in: place) }) {
      value = decoder.requiredText("value", or: lists, in: place)
    } else {
      value = decoder.text("value", in: place)
    }
    any = decoder.texts("any", in: place)
    all = decoder.texts("all", in: place)
    none = decoder.texts("none", in: place)
    ignoresCase = decoder.flag("ignore_case", in: place)
    if let text = contradiction, let element = place.fields["none"] {
      decoder.report(.contradiction(text), at: element)
    }
  }

  /// What must not be there and stands in all that fulfils one of the demands.
  private var contradiction: String? {
    let isIn = { [ignoresCase] (part: String, text: String) in
      text.folded(ignoresCase == true).contains(part.folded(ignoresCase == true))
    }
    return none?.first { part in demands.contains { $0.allSatisfy { isIn(part, $0) } } }
  }

  package var givesPartialCredit: Bool { demands.count > 1 }

  package var words: String {
    let parts = [
      value.map { "contains \($0.shown)" }, any.map { "contains \($0.shown(joinedBy: "or"))" },
      all.map { "contains \($0.shown(joinedBy: "and"))" }, none.map { "does not contain \($0.shown(joinedBy: "or"))" },
    ]
    return parts.compactMap(\.self).joined(separator: " and ") + (ignoresCase == true ? " in any case" : "")
  }

  /// Each of these lists has one text that must be there.
  private var demands: [[String]] {
    (value.map { [[$0]] } ?? []) + (any.map { [$0] } ?? []) + (all ?? []).map { [$0] }
  }

  /// The share of what must be there is the score; what must not be there takes it all.
  package func examine(_ input: CheckInput) -> Finding {
    let text = input.answer.folded(ignoresCase == true)
    let isThere = { (part: String) in text.contains(part.folded(ignoresCase == true)) }
    let found = input.answer.shown
    let unwanted = (none ?? []).filter(isThere)
    guard unwanted.isEmpty else {
      return Finding(false, found: found, reason: "expected no \(unwanted.shown(joinedBy: "and no")); found \(found)")
    }
    let demands = demands
    let missing = demands.filter { !$0.contains(where: isThere) }
    guard !missing.isEmpty else { return Finding(true, found: found) }
    let lacking = missing.map { $0.shown(joinedBy: "or") }.joined(separator: " and ")
    return Finding(
      passed: false, score: 1 - Double(missing.count) / Double(demands.count), found: found,
      reason: "expected \(lacking) in the answer; found \(found)")
  }
}
