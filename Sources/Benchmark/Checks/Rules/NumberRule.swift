/// A number in the answer's text is this one, or near enough.
package struct NumberRule: CheckRule {
  package static let kind = Check.Kind.number
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: Double
  /// How far off it may be.
  package var tolerance: Double?
  /// How far off it may be, as a share of the value.
  package var relativeTolerance: Double?
  /// The last where nothing is said: models reckon first and tell last.
  package var take: Take?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value, tolerance
    case relativeTolerance = "relative_tolerance"
    case take
  }

  /// Which of several numbers counts.
  package enum Take: String, Codable, CaseIterable, Sendable {
    case last, first
    /// There must be no other.
    case only
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    _ = decoder.required("value", of: place.fields, in: place.object, at: place.element)
    value = decoder.number("value", in: place) ?? 0
    tolerance = decoder.number("tolerance", in: place, 0 ... .infinity, "0 or more")
    relativeTolerance = decoder.number("relative_tolerance", in: place, 0...1, "a share from 0 to 1")
    take = decoder.word(place.fields["take"], "choice of numbers")
  }

  /// Differences smaller than this share are those of binary fractions.
  private static let roundingError = 1e-12

  private var margin: Double {
    max(tolerance ?? 0, max(relativeTolerance ?? 0, NumberRule.roundingError) * value.magnitude)
  }

  package var words: String {
    let number = take == .only ? "has no number but" : "has as its \(take ?? .last) number"
    let off = [tolerance.map(Decimals.text), relativeTolerance.map(Decimals.percent)].compactMap(\.self)
    return "\(number) \(Decimals.text(value))" + (off.isEmpty ? "" : " ± " + off.joined(separator: " or "))
  }

  package func examine(_ input: CheckInput) -> Finding {
    let numbers = NumbersInText.find(in: input.answer)
    guard let number = take == .first ? numbers.first : numbers.last else {
      return Finding(false, found: "no number in \(input.answer.shown)")
    }
    if take == .only, numbers.count > 1 {
      let texts = numbers.prefix(4).map { Decimals.text($0) }
      return Finding(
        false, found: "\(numbers.count) numbers: \(texts.joined(separator: ", "))" + (numbers.count > 4 ? ", …" : ""))
    }
    return Finding((number - value).magnitude <= margin, found: Decimals.text(number))
  }
}
