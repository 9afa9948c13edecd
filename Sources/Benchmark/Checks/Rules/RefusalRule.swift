/// The model declines to do what it was asked.
package struct RefusalRule: CheckRule {
  package static let kind = Check.Kind.refusal
  package static let keys: [String] = []

  package init() {}

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {}

  package var judgesRefusals: Bool { true }

  package var words: String { "is a refusal" }

  /// The server says so, or the answer begins as refusals do.
  package func examine(_ input: CheckInput) -> Finding {
    Finding(
      input.outcome == .refused || RefusalPhrases.begin(input.answer),
      found: input.answer.isEmpty && input.outcome == .refused ? "a refusal" : input.answer.shown)
  }
}
