/// The answer is complete in time.
package struct LatencyRule: CheckRule {
  package static let kind = Check.Kind.latency
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var max: TimeSpan

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case max
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let max = decoder.requiredSpan("max", in: place) else { return nil }
    self.max = max
  }

  package var words: String { "is complete within \(max)" }

  package func examine(_ input: CheckInput) -> Finding {
    guard let time = input.latency else { return Finding(unknown: "the latency is not known") }
    return Finding(time <= max.nanoseconds.milliseconds, found: "\(Decimals.text(time.rounded()))ms")
  }
}
