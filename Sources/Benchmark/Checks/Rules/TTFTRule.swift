/// The first text of the answer comes in time.
package struct TTFTRule: CheckRule {
  package static let kind = Check.Kind.ttft
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var max: TimeSpan

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case max
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let max = decoder.requiredSpan("max", in: place) else { return nil }
    self.max = max
  }

  package var words: String { "begins within \(max)" }

  package func examine(_ input: CheckInput) -> Finding {
    guard let time = input.timeToFirstToken else { return Finding(unknown: "the time to first token is not known") }
    return Finding(time <= max.nanoseconds.milliseconds, found: "\(Decimals.text(time.rounded()))ms")
  }
}
