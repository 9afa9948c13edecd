extension Check {
  /// Tests an answer's text.
  package func judge(_ answer: String) -> CheckResult {
    guard case .contains(let value, _) = self else { return CheckResult(check: self, passed: true) }
    return CheckResult(check: self, passed: answer.contains(value))
  }
}
