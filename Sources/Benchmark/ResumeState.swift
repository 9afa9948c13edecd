/// What is left of a run that ended before its plan, decided by each trial's last attempt.
package struct ResumeState: Hashable, Sendable {
  /// Trials without an answer or a failure of the model's own, those whose answer stood in a line that is damaged, and
  /// those that wait to be sent again, in the plan's order.
  package let trials: [Trial]
  /// How many requests were made for a trial before, by its number; trials without any are missing.
  package let attempts: [Int: Int]
  /// What was recorded of conversations that are not over, by their trials' numbers: their answers are not asked again.
  package let begun: [Int: [AttemptRecord]]
  /// What is settled by its last attempt although the line that says so is missing.
  package let unsettled: [TrialRecord]

  /// Trials whose last attempt is an answer, by their numbers.
  package let answered: Set<Int>

  package init(of run: Run) {
    let plan = run.record.plan.trials
    let records = Dictionary(run.trials.map { ($0.trial, $0) }) { _, later in later }
    let places = AttemptPlaces(of: run.attempts, trials: plan.count)
    let long = ResumeState.conversations(in: run.record.suite)
    var (trials, attempts, unsettled): ([Trial], [Int: Int], [TrialRecord]) = ([], [:], [])
    var (begun, answered): ([Int: [AttemptRecord]], Set<Int>) = ([:], [])
    for trial in plan {
      let record = records[trial.number]
      let last = places[trial].last.map { run.attempts[$0] }
      if last?.outcome.kind.isAnswered == true { answered.insert(trial.number) }
      let attempt = last.flatMap { $0.attempt > record?.attempts ?? 0 ? $0 : nil }
      let made = attempt?.attempt ?? record?.attempts ?? 0
      if made > 0 { attempts[trial.number] = made }
      let conversation = long.contains(trial.prompt) ? places[trial].map { run.attempts[$0] } : []
      let all = conversation.isEmpty ? [last].compactMap(\.self) : conversation
      let isLost = run.record.hasLost(trial, settled: record, with: all)
      let isUnfinished =
        isLost || last?.retry?.again == true || attempt != nil && !run.record.isOver(trial, with: conversation)
      if !isUnfinished, let outcome = attempt?.outcome.kind ?? record?.outcome, !outcome.isUnavailability,
        last?.isUnavailability != true
      {
        if let attempt { unsettled.append(TrialRecord(settling: attempt)) }
      } else {
        trials.append(trial)
        if !conversation.isEmpty { begun[trial.number] = conversation }
      }
    }
    let asked = Set(trials.lazy.filter { !$0.isWarmUp }.map(\.contestant))
    // A warm-up warms nothing where nothing else is asked.
    trials.removeAll { $0.isWarmUp && !asked.contains($0.contestant) }
    (self.trials, self.attempts, self.unsettled) = (trials, attempts, unsettled)
    let left = Set(trials.map(\.number))
    (self.begun, self.answered) = (begun.filter { left.contains($0.key) }, answered)
  }

  /// The places of prompts that may take several requests.
  private static func conversations(in suite: Suite) -> Set<Int> {
    Set(
      suite.prompts.enumerated().lazy.filter { $1.turns.count > 1 || suite.answersTools(of: $1) }.map(\.offset))
  }
}
