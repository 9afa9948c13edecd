/// The answer, white space at both ends removed, is this text, or one of these.
package struct EqualsRule: CheckRule {
  package static let kind = Check.Kind.equals
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: String?
  package var values: [String]?
  package var ignoresCase: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value, values
    case ignoresCase = "ignore_case"
  }

  package init(_ value: String, ignoresCase: Bool? = nil) {
    self.value = value
    self.ignoresCase = ignoresCase
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    if place.fields["values"] == nil {
      _ = decoder.required("value", or: ["values"], of: place.fields, in: place.object, at: place.element)
    } else {
      _ = decoder.hasOne(of: ["value", "values"], in: place)
    }
    value = decoder.text("value", in: place)
    decoder.reportUnreachable(value, at: place.fields["value"])
    values = decoder.texts("values", in: place) { $0.reportUnreachable($1, at: $2) }
    ignoresCase = decoder.flag("ignore_case", in: place)
  }

  private var wanted: [String] { value.map { [$0] } ?? values ?? [] }

  package var words: String {
    "is \(wanted.shown(joinedBy: "or"))" + (ignoresCase == true ? " in any case" : "")
  }

  package func examine(_ input: CheckInput) -> Finding {
    let text = input.answer.trimmed
    let folded = text.folded(ignoresCase == true)
    return Finding(wanted.contains { $0.folded(ignoresCase == true) == folded }, found: text.shown)
  }
}
