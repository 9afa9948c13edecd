/// What a check found in an answer.
package struct CheckResult: Hashable, Sendable {
  package var check: Check
  package var passed: Bool
  /// What was expected and what was found, in one sentence; nil when it passed.
  package var reason: String?

  package init(check: Check, passed: Bool, reason: String? = nil) {
    self.check = check
    self.passed = passed
    self.reason = reason
  }
}
