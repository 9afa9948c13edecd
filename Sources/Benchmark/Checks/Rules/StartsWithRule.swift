/// The answer, white space before it removed, begins with this text.
package struct StartsWithRule: CheckRule {
  package static let kind = Check.Kind.startsWith
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: String
  package var ignoresCase: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value
    case ignoresCase = "ignore_case"
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let value = decoder.requiredText("value", in: place) else { return nil }
    self.value = value
    ignoresCase = decoder.flag("ignore_case", in: place)
    if value.first?.isWhitespace == true, let element = place.fields["value"] {
      decoder.report(.unreachableValue, at: element)
    }
  }

  package var words: String { "begins with \(value.shown)" + (ignoresCase == true ? " in any case" : "") }

  package func examine(_ input: CheckInput) -> Finding {
    let text = input.answer.trimmed
    return Finding(
      text.folded(ignoresCase == true).hasPrefix(value.folded(ignoresCase == true)), found: text.shown)
  }
}
