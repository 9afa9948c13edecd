package import Benchmark

/// A run as every renderer sees it: standings, cells, failures and what has to be said about them, as values.
package struct Report: Sendable {
  package let run: Run
  /// Every cell of the plan: by prompt, then contestant, then repetition.
  package let cells: [Cell]
  /// What was sent before the measured requests: it is listed and enters nothing.
  package let warmUps: [Cell]
  /// Best first.
  package let summaries: [ContestantSummary]
  package let failures: [FailureGroup]
  package let notSent: [NotSentGroup]
  package let retries: [RetryGroup]
  /// Fields that servers refused, and what was sent in their place; each once.
  package let adaptations: [String]
  package let substitutions: [ModelSubstitution]
  /// What was odd about answers without making them failures.
  package let unexpected: [TextCount]
  package let judges: [JudgeUse]
  /// Why it took as long as it did.
  package let timeSpent: TimeSpent
  package let notes: [Note]

  package init(_ run: Run) {
    self.run = run
    let plan = run.record.plan.trials
    let record = CellRecord(run, trials: plan.count)
    var requests = run.judgements.map { TimedRequest($0.request) }
    requests.reserveCapacity(run.judgements.count + run.attempts.count)
    let place = { (trial: Trial) in (trial.prompt, trial.contestant, trial.repetition) }
    let all = plan.sorted { place($0) < place($1) }.map { trial in
      let contents = record.contents(of: trial)
      requests += contents.attempts.filter { $0.cached == nil }.map(TimedRequest.init)
      return Cell(trial, contents, in: record)
    }
    timeSpent = TimeSpent(requests, limits: run.limits)
    cells = all.filter { !$0.trial.isWarmUp }
    warmUps = all.filter(\.trial.isWarmUp)
    let byContestant = Dictionary(grouping: cells, by: \.trial.contestant)
    let warmUpsByContestant = Dictionary(grouping: warmUps, by: \.trial.contestant)
    let unordered = run.record.contestants.enumerated().map { index, contestant in
      ContestantSummary(
        contestant, index: index, cells: byContestant[index] ?? [], warmUps: warmUpsByContestant[index] ?? [],
        hasFreshPrompts: run.record.freshPrompts != nil)
    }
    summaries = Ranking(Report.comparingCaches(of: unordered)).summaries
    failures = FailureGroup.groups(of: cells, in: run.record)
    notSent = NotSentGroup.groups(of: cells, in: run.record)
    retries = RetryGroup.groups(of: cells)
    adaptations = Array(Set(run.adaptations.map(\.sentence))).sorted()
    substitutions = ModelSubstitution.all(in: cells, of: run.record)
    unexpected = TextCount.counts(cells.lazy.flatMap(\.events.notes))
    judges = JudgeUse.all(in: run.judgements)
    notes = Note.notes(on: summaries, of: run) + Note.judging(judges, of: run.record, substitutions)
  }

  private static func comparingCaches(of summaries: [ContestantSummary]) -> [ContestantSummary] {
    let all = summaries.map(\.promptCache)
    return summaries.map { summary in
      var summary = summary
      summary.mixesPromptCache = summary.promptCache.isUncomparable(beside: all)
      return summary
    }
  }

  /// Whether anything of it was billed: only then is cost shown.
  package var costsMoney: Bool { summaries.contains { $0.cost ?? 0 > 0 } }

  /// Whether a trial can be right in part: only then is a score shown.
  package var givesPartialCredit: Bool {
    run.record.suite.prompts.contains { prompt in
      prompt.passScore != nil
        || (prompt.turns.flatMap(\.checks) + prompt.checks).contains { $0.weight != 1 || $0.rule.givesPartialCredit }
    }
  }

  package func contestant(of cell: Cell) -> Contestant { run.record.contestants[cell.trial.contestant] }
  package func prompt(of cell: Cell) -> Prompt { run.record.suite.prompts[cell.trial.prompt] }
}
