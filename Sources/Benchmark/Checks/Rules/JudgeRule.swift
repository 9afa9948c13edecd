#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Another model says how good the answer is.
package struct JudgeRule: GradedRule {
  package static let kind = Check.Kind.judge
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  /// The best grade.
  package static let best = 10.0

  /// What makes an answer good.
  package var rubric: String
  /// An answer that is known to be good, for the judge to hold the others against.
  package var reference: String?
  /// The judge.
  package var model: String
  /// What its requests ask for beside the question.
  package var parameters: Parameters?
  /// The least grade of 10 that passes: 7 where nothing is said, in comparisons 5.
  package var min: Double?
  /// The answer is held against that of every other contestant, in both orders, instead of being graded alone.
  ///
  /// A win is a point only where the judge prefers the same answer in both orders; otherwise both have half a point.
  /// The grade is the share of points, of 10.
  package var compare: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case rubric, reference, model, parameters, min, compare
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    let rubric = decoder.requiredText("rubric", in: place)
    reference = decoder.text("reference", in: place)
    let model = decoder.requiredText("model", in: place)
    parameters = place.fields["parameters"].map { decoder.parameters($0) }
    min = decoder.number("min", in: place, 0...JudgeRule.best, "a grade from 0 to 10")
    compare = decoder.flag("compare", in: place)
    guard let rubric, let model else { return nil }
    self.rubric = rubric
    self.model = model
  }

  package var isComparison: Bool { compare == true }

  package var fingerprint: String {
    fingerprint(of: [
      rubric, reference ?? "", model, parameters.map(JudgeRule.text) ?? "", isComparison ? "compare" : "",
    ])
  }

  private static func text(of parameters: Parameters) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(parameters)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private var least: Double { min ?? (isComparison ? 5 : 7) }

  package var words: String {
    "gets \(Decimals.text(least)) of 10 or more from \(model.excerpt())"
      + (isComparison ? " beside the others" : "") + " for \(rubric.shown)"
  }

  package func examine(_ input: CheckInput) -> Finding {
    finding(in: input, least: least / JudgeRule.best) { score in
      "\(Decimals.text((score * 100).rounded() / 10)) of 10"
    }
  }
}
