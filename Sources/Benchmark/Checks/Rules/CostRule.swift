/// The server billed no more than so much for the answer.
package struct CostRule: CheckRule {
  package static let kind = Check.Kind.cost
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  /// US dollars.
  package var max: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case max
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    _ = decoder.required("max", of: place.fields, in: place.object, at: place.element)
    max = decoder.number("max", in: place, 0 ... .infinity, "a sum of US dollars, 0 or more") ?? 0
  }

  package var words: String { "costs at most \(Dollars.text(max))" }

  package func examine(_ input: CheckInput) -> Finding {
    guard let cost = input.cost else { return Finding(unknown: "the server did not say what it cost") }
    return Finding(cost <= max, found: Dollars.text(cost))
  }
}
