/// What a check found in an answer.
package struct CheckResult: Hashable, Sendable {
  package var check: Check
  /// Nil where it could not be found out: the check is ungraded, which is no failure.
  package var passed: Bool?
  /// From 0 to 1; nil where it could not be found out.
  package var score: Double?
  /// What was expected and what was found, or why nothing could be, in one sentence; nil where there is nothing to add
  /// to the fact that it passed.
  package var reason: String?

  package init(check: Check, passed: Bool?, score: Double?, reason: String? = nil) {
    self.check = check
    self.passed = passed
    self.score = score
    self.reason = reason
  }

  /// Found out, with nothing between right and wrong.
  package init(check: Check, passed: Bool, reason: String? = nil) {
    self.init(check: check, passed: passed, score: passed ? 1 : 0, reason: reason)
  }
}
