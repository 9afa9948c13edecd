extension Prompt {
  /// What its checks come to for a trial's attempts.
  package func assessment(of attempts: [AttemptRecord], grades: [String: Grade] = [:]) -> Assessment {
    Assessment(findings(in: attempts, grades: grades), passScore: passScore)
  }

  /// What its checks find in a trial's attempts: those of its turns in the answers to these, its own in the last.
  ///
  /// `grades` are those of programs and judges, who look at the last answer.
  package func findings(in attempts: [AttemptRecord], grades: [String: Grade] = [:]) -> [CheckResult] {
    guard let input = CheckInput(attempts, grades: grades) else { return [] }
    return turns.enumerated().flatMap { index, turn in
      turn.checks.isEmpty ? [] : turn.findings(number: index + 1, in: attempts)
    } + checks.map { $0.judge(input) }
  }
}

extension Turn {
  fileprivate func findings(number: Int, in attempts: [AttemptRecord]) -> [CheckResult] {
    // Without an answer the conversation broke off before it came to this turn.
    let isDamaged = attempts.last?.outcome.kind == .damaged
    let input =
      CheckInput(attempts.filter { $0.place.turn == number })
      ?? CheckInput("", outcome: isDamaged ? .damaged : .cancelled)
    return checks.map { check in
      var result = check.judge(input)
      result.reason = result.reason.map { "turn \(number): \($0)" }
      return result
    }
  }
}
