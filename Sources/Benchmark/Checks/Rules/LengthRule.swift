/// The answer is so long.
package struct LengthRule: CheckRule {
  package static let kind = Check.Kind.length
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var unit: Unit
  package var min: Int?
  package var max: Int?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case unit, min, max
  }

  /// What is counted.
  package enum Unit: String, Codable, CaseIterable, Sendable {
    /// As people count them, whatever their bytes; white space at both ends left out.
    case characters
    /// Runs of anything but white space.
    case words
    /// The server's count where it gave one, else UTF-8 bytes ÷ 4; reasoning left out.
    case tokens
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    _ = decoder.required("unit", of: place.fields, in: place.object, at: place.element)
    let unit: Unit? = decoder.word(place.fields["unit"], "unit of length")
    self.unit = unit ?? .characters
    min = decoder.count("min", in: place)
    max = decoder.count("max", in: place)
    if !decoder.has("min", in: place), !decoder.has("max", in: place) {
      decoder.report(.oneOf(["min", "max"], given: [], of: place.object.noun), at: place.element)
    }
    if min == 0, !decoder.has("max", in: place), let element = place.fields["min"] {
      decoder.report(.outOfRange("0", range: "1 or more, as every answer is that long, or a 'max'"), at: element)
    }
    if let min, let max, min > max, let element = place.fields["max"] {
      decoder.report(.outOfRange("\(max)", range: "\(min) or more, as 'min' says"), at: element)
    }
  }

  package var words: String {
    switch (min, max) {
    case (let min?, let max?): min == max ? "has \(min) \(unit)" : "has \(min) to \(max) \(unit)"
    case (let min?, nil): "has at least \(min) \(unit)"
    default: "has at most \(max ?? 0) \(unit)"
    }
  }

  package func examine(_ input: CheckInput) -> Finding {
    guard let length = length(of: input) else { return Finding(unknown: "nobody counted the tokens") }
    return Finding(
      length >= Double(min ?? 0) && length <= max.map(Double.init) ?? .infinity,
      found: "\(Decimals.text(length)) \(unit)")
  }

  private func length(of input: CheckInput) -> Double? {
    switch unit {
    case .characters: Double(input.answer.trimmed.count)
    case .words: Double(input.answer.split(whereSeparator: \.isWhitespace).count)
    case .tokens: input.answerTokens
    }
  }
}
