/// The answer, white space behind it removed, ends with this text.
package struct EndsWithRule: CheckRule {
  package static let kind = Check.Kind.endsWith
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
    if value.last?.isWhitespace == true, let element = place.fields["value"] {
      decoder.report(.unreachableValue, at: element)
    }
  }

  package var words: String { "ends with \(value.shown)" + (ignoresCase == true ? " in any case" : "") }

  package func examine(_ input: CheckInput) -> Finding {
    let text = input.answer.trimmed
    // The end is what counts, so the end is what is shown.
    let end = String(text.suffix(60))
    return Finding(
      text.folded(ignoresCase == true).hasSuffix(value.folded(ignoresCase == true)),
      found: (end.count < text.count ? "… " : "") + end.shown)
  }
}
