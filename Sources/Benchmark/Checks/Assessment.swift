/// What the checks of a prompt, or of a group, come to for one answer.
package struct Assessment: Hashable, Sendable {
  package let results: [CheckResult]
  /// The score from which on it passes; nil asks that every check passes.
  package let passScore: Double?

  package init(_ results: [CheckResult], passScore: Double? = nil) {
    self.results = results
    self.passScore = passScore
  }

  /// The mean of the scores by weight; nil without a check, and where one is ungraded.
  package var score: Double? {
    results.isEmpty || results.contains { $0.score == nil } ? nil : mean { $0.score ?? 0 }
  }

  /// Nil without a check, and where it hangs on what is ungraded.
  package var passes: Bool? {
    guard !results.isEmpty else { return nil }
    if let passScore { return passes(from: passScore) }
    if results.contains(where: { $0.passed == false }) { return false }
    return results.contains { $0.passed == nil } ? nil : true
  }

  /// Whatever the ungraded would score, between nothing and all, decides only where the two differ.
  private func passes(from threshold: Double) -> Bool? {
    // A third thrice is one, whatever binary fractions make of it.
    let tolerance = 1e-9
    if mean({ $0.score ?? 0 }) + tolerance >= threshold { return true }
    return mean { $0.score ?? 1 } + tolerance < threshold ? false : nil
  }

  private func mean(_ score: (CheckResult) -> Double) -> Double {
    let weights = results.reduce(0) { $0 + $1.check.weight }
    return results.reduce(0) { $0 + $1.check.weight * score($1) } / weights
  }
}

extension Assessment {
  /// What those say that did not pass, one after the other.
  var reasons: String {
    results.filter { $0.passed != true }.compactMap(\.reason).joined(separator: "; ")
  }
}
