internal import Benchmark

extension AttemptRecord {
  /// An answer that lacks the structure it was asked for is none, whatever ended it.
  mutating func hold(to output: StructuredOutput) {
    guard outcome.kind.isAnswered, toolCalls.isEmpty else { return }
    switch output.examine(answer) {
    case .fits(let stripped): self.stripped = stripped
    case .fails(let words):
      let end = outcome.kind == .length ? "the answer ended at the limit of tokens: " : ""
      outcome = Outcome(.invalid, message: (end + words).excerpt(2000))
    case .unknown(let words): notes.append("the structure could not be checked: \(words)")
    }
  }
}
