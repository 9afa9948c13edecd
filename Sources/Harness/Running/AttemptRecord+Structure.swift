internal import Benchmark

extension AttemptRecord {
  /// An answer that lacks the structure it was asked for is none.
  mutating func hold(to output: StructuredOutput) {
    guard outcome.kind == .ok, toolCalls.isEmpty else { return }
    switch output.examine(answer) {
    case .fits(let stripped): self.stripped = stripped
    case .fails(let words): outcome = Outcome(.invalid, message: words.excerpt(2000))
    case .unknown(let words): notes.append("the structure could not be checked: \(words)")
    }
  }
}
