/// What is left of a run that ended before its plan, decided by each trial's last attempt.
package struct Remainder: Hashable, Sendable {
  /// Trials without an answer or a failure of the model's own, and those that wait to be sent again, in the plan's
  /// order.
  package let trials: [Trial]
  /// How many requests were made for a trial before, by its number; trials without any are missing.
  package let attempts: [Int: Int]
  /// What was recorded of conversations that are not over, by their trials' numbers: their answers are not asked again.
  package let begun: [Int: [AttemptRecord]]
  /// What is settled by its last attempt although the line that says so is missing.
  package let unsettled: [TrialRecord]

  package init(of run: Run) {
    let records = Dictionary(run.trials.map { ($0.trial, $0) }) { _, later in later }
    let last = Dictionary(run.attempts.map { ($0.trial, $0) }) { _, later in later }
    let conversations = Remainder.conversations(of: run)
    var (trials, attempts, unsettled): ([Trial], [Int: Int], [TrialRecord]) = ([], [:], [])
    for trial in run.record.plan.trials {
      let record = records[trial.number]
      let attempt = last[trial.number].flatMap { $0.attempt > record?.attempts ?? 0 ? $0 : nil }
      let made = attempt?.attempt ?? record?.attempts ?? 0
      if made > 0 { attempts[trial.number] = made }
      let isUnfinished =
        last[trial.number]?.retry?.again == true
        || attempt != nil && !run.record.isOver(trial, with: conversations[trial.number] ?? [])
      if !isUnfinished, let outcome = attempt?.outcome.kind ?? record?.outcome, !outcome.isUnavailability {
        if let attempt { unsettled.append(TrialRecord(settling: attempt)) }
      } else {
        trials.append(trial)
      }
    }
    let asked = Set(trials.lazy.filter { !$0.isWarmUp }.map(\.contestant))
    // A warm-up warms nothing where nothing else is asked.
    trials.removeAll { $0.isWarmUp && !asked.contains($0.contestant) }
    (self.trials, self.attempts, self.unsettled) = (trials, attempts, unsettled)
    let left = Set(trials.map(\.number))
    begun = conversations.filter { left.contains($0.key) }
  }

  /// The attempts of trials that may take several requests, by the trials' numbers.
  private static func conversations(of run: Run) -> [Int: [AttemptRecord]] {
    let suite = run.record.suite
    let long = Set(suite.prompts.filter { $0.turns.count > 1 || suite.answersTools(of: $0) }.map(\.id))
    return Dictionary(grouping: run.attempts.filter { long.contains($0.prompt) }, by: \.trial)
  }
}
