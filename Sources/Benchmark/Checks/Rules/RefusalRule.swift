/// The model declines to do what it was asked.
package struct RefusalRule: CheckRule {
  package static let kind = Check.Kind.refusal
  package static let keys: [String] = []

  package init() {}

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {}

  package var judgesRefusals: Bool { true }

  package var words: String { "is a refusal" }

  /// The server says so, or the answer begins as refusals do.
  package func examine(_ judged: Judged) -> Finding {
    Finding(
      judged.outcome == .refused || RefusalPhrases.begin(judged.answer),
      found: judged.answer.isEmpty && judged.outcome == .refused ? "a refusal" : judged.answer.shown)
  }
}
