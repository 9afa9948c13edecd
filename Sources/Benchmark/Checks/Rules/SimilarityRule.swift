/// The answer is nearly this text.
package struct SimilarityRule: CheckRule {
  package static let kind = Check.Kind.similarity
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: String
  /// The least similarity that passes, from 0 to 1: 1 − Levenshtein's distance ÷ the longer length, in characters.
  package var min: Double
  package var ignoresCase: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value, min
    case ignoresCase = "ignore_case"
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let value = decoder.requiredText("value", in: place) else { return nil }
    self.value = value
    _ = decoder.required("min", of: place.fields, in: place.object, at: place.element)
    min = decoder.number("min", in: place, 0...1, "a share from 0 to 1") ?? 0
    ignoresCase = decoder.flag("ignore_case", in: place)
  }

  package var givesPartialCredit: Bool { true }

  package var words: String {
    "is at least \(Decimals.percent(min)) like \(value.shown)" + (ignoresCase == true ? " in any case" : "")
  }

  package func examine(_ input: CheckInput) -> Finding {
    let text = input.answer.trimmed
    let texts = [text, value.trimmed].map { $0.folded(ignoresCase == true) }
    guard let similarity = EditDistance.similarity(of: texts[0], and: texts[1]) else {
      return Finding(unknown: "the answer and the text are too long to be compared letter by letter")
    }
    let percent = Decimals.percent(similarity)
    return Finding(
      passed: similarity >= min, score: similarity, found: "\(percent): \(text.shown)", remark: "\(percent) alike")
  }
}
