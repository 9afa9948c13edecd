extension Check {
  /// Tests an answer.
  ///
  /// Letters are compared as people read them: an accented letter is the same however it is encoded. Without an answer
  /// every check fails, an inverted one too; of a refusal, only those that ask for one can pass. An inverted check has no
  /// partial credit: what it must not find is there or not. Of an answer that lost words on its way nothing is found out.
  package func judge(_ input: CheckInput) -> CheckResult {
    if input.outcome == .damaged {
      return CheckResult(
        check: self, passed: nil, score: nil, reason: "not graded: the stream was damaged, and words are missing")
    }
    if let reason = input.absence(for: rule) { return CheckResult(check: self, passed: false, reason: reason) }
    let finding = rule.examine(input)
    guard let didPass = finding.passed else {
      return CheckResult(check: self, passed: nil, score: nil, reason: "not graded: \(finding.found)")
    }
    let passed = didPass != isInverted
    return CheckResult(
      check: self, passed: passed, score: isInverted ? (passed ? 1 : 0) : finding.score,
      reason: passed ? finding.remark : failure(finding))
  }

  private func failure(_ finding: Finding) -> String {
    if !isInverted, let reason = finding.reason { return reason }
    return "expected \(isInverted ? "no" : "an") answer that \(rule.words); found \(finding.found)"
  }
}

extension CheckInput {
  /// Why a rule has nothing to judge; nil when it has.
  fileprivate func absence(for rule: any CheckRule) -> String? {
    if outcome.isAnswered || outcome == .refused && rule.judgesRefusals { return nil }
    return switch outcome {
    case .refused: "the model refused"
    case .invalid: "the answer lacks the structure asked for"
    default: "there is no answer"
    }
  }
}
