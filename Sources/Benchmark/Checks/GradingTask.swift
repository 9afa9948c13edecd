/// An answer, or two of them, that a program or a judge has to look at.
package struct GradingTask: Sendable {
  package let rule: any GradedRule
  package let trial: Trial
  /// In a comparison, the other answer's.
  package let against: Trial?

  /// Requests to a judge.
  package var requests: Int {
    guard rule is JudgeRule else { return 0 }
    return against == nil ? 1 : 2
  }

  /// What is not graded yet of these trials, in their order; the same is not asked twice.
  package static func open(_ trials: [Trial], of record: RunRecord, in book: GradeBook) -> [GradingTask] {
    let measured = trials.filter { !$0.isWarmUp }
    let rounds = Dictionary(grouping: measured) { [$0.prompt, $0.repetition] }
    var rules: [Int: [any GradedRule]] = [:]
    return measured.flatMap { trial in
      let own = rules[trial.prompt] ?? record.suite.prompts[trial.prompt].gradedRules
      rules[trial.prompt] = own
      return own.flatMap { open(trial, by: $0, among: rounds[[trial.prompt, trial.repetition]] ?? [], in: book) }
    }
  }

  private static func open(
    _ trial: Trial, by rule: any GradedRule, among round: [Trial], in book: GradeBook
  ) -> [GradingTask] {
    let check = rule.fingerprint
    guard (rule as? JudgeRule)?.isComparison == true else {
      return book.isGraded(trial.number, by: check) ? [] : [GradingTask(rule: rule, trial: trial, against: nil)]
    }
    return round.filter { $0.number > trial.number && !book.isGraded(trial.number, against: $0.number, by: check) }
      .map { GradingTask(rule: rule, trial: trial, against: $0) }
  }
}

extension Prompt {
  /// The rules of its checks that something outside decides, each once.
  package var gradedRules: [any GradedRule] {
    var seen: Set<String> = []
    return checks.flatMap(\.gradedRules).filter { seen.insert($0.fingerprint).inserted }
  }
}

extension Run {
  /// What of its answers is not graded yet; those of `others` are taken for answered.
  package func openGrading(whenAnswered others: [Trial] = []) -> [GradingTask] {
    guard record.suite.prompts.contains(where: { !$0.gradedRules.isEmpty }) else { return [] }
    let expected = Set(others.map(\.number))
    let remainder = ResumeState(of: self)
    // A conversation that goes on has an answer, and not its last.
    let settled = remainder.answered.subtracting(remainder.trials.lazy.map(\.number))
    let answered = record.plan.trials.filter { expected.contains($0.number) || settled.contains($0.number) }
    return GradingTask.open(answered, of: record, in: GradeBook(self))
  }
}
