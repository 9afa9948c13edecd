import Benchmark

extension CheckResult {
  /// `✓`, `✗`, and `?` for what could not be graded.
  var mark: String { passed.map { $0 ? "✓" : "✗" } ?? "?" }

  /// What was asked for where it passed, else what was expected and what was found; with the score of what is right in
  /// part.
  var sentence: String {
    let words = passed == true ? [check.words, reason].compactMap(\.self).joined(separator: ": ") : failure
    guard let score, score > 0, score < 1 else { return words }
    return "\(words) (score \(Figure.fixed(score, decimals: 2)))"
  }

  private var failure: String {
    guard let reason else { return check.words }
    return check.name.map { "\($0.excerpt()): \(reason)" } ?? reason
  }
}
