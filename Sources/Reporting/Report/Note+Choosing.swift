import Benchmark

extension Note {
  /// The notes that a run's standings call for, the ones about certainty first.
  static func notes(on summaries: [ContestantSummary], of run: Run) -> [Note] {
    certainty(of: summaries) + meaning(of: summaries) + serving(in: summaries) + gaps(in: summaries)
      + harness(run.calibrations, beside: summaries)
  }

  private static func certainty(of summaries: [ContestantSummary]) -> [Note] {
    let differences = summaries.compactMap(\.difference)
    var notes: [Note] = differences.allSatisfy(\.isClear) ? [] : [.tied]
    if let most = differences.map(\.pairs).max() {
      let needed = pairsNeeded(contestants: summaries.count)
      if most < needed, !differences.contains(where: \.isClear) {
        notes.append(.tooFewPairs(have: most, needed: needed))
      }
      if differences.contains(where: { !$0.arePrompts }) { notes.append(.aboutThesePromptsOnly) }
    }
    return notes
  }

  private static func meaning(of summaries: [ContestantSummary]) -> [Note] {
    var notes: [Note] = []
    if summaries.contains(where: { $0.passed.trials > 0 && $0.succeeded.successes < $0.succeeded.trials }) {
      notes.append(.unansweredFails)
    }
    let ungraded = summaries.reduce(0) { $0 + $1.ungraded }
    if ungraded > 0 { notes.append(.ungraded(checks: ungraded)) }
    let medians = summaries.flatMap { [$0.latency.median, $0.timeToFirstToken.median] }
    if medians.contains(where: { $0?.isLowerBound ?? false }) { notes.append(.lowerBound) }
    let fewest = summaries.map(\.latency.count).filter { $0 > 0 }.min() ?? PairTest.leastPairs
    if fewest < PairTest.leastPairs { notes.append(.noInterval(prompts: fewest)) }
    if summaries.contains(where: { $0.tokenSource == .estimated && $0.tokens.count > 0 }) {
      notes.append(.estimatedTokens)
    }
    return notes
  }

  /// Notes on caches and buffering proxies, which change a TTFT.
  private static func serving(in summaries: [ContestantSummary]) -> [Note] {
    let buffered = summaries.filter(\.isBuffered).map(\.contestant.name)
    let mixed = summaries.filter(\.mixesPromptCache).map(\.contestant.name)
    let isMet = summaries.contains { $0.promptCache.cached.count > 0 }
    let shares = summaries.map(\.share).filter { $0.of > 0 }
    return (buffered.isEmpty ? [] : [.buffered(contestants: buffered)]) + (isMet ? [.promptCache(shares)] : [])
      + (mixed.isEmpty ? [] : [.mixedPromptCaches(contestants: mixed)]) + fallen(in: summaries)
  }

  /// The deepest fall comes first.
  private static func fallen(in summaries: [ContestantSummary]) -> [Note] {
    let fallen = summaries.compactMap { summary in
      summary.promptCache.fall.map { (name: summary.contestant.name, fall: $0) }
    }.sorted { $0.fall.later / $0.fall.first < $1.fall.later / $1.fall.first }
    return fallen.first.map { [.maybePromptCache(contestants: fallen.map(\.name), $0.fall)] } ?? []
  }

  private static func gaps(in summaries: [ContestantSummary]) -> [Note] {
    func total(_ count: KeyPath<ContestantSummary, Int>, _ note: (Int) -> Note) -> [Note] {
      let sum = summaries.reduce(0) { $0 + $1[keyPath: count] }
      return sum > 0 ? [note(sum)] : []
    }
    return total(\.lengthLimited, Note.lengthLimited) + stripped(in: summaries) + total(\.notSent, Note.notSent)
      + total(\.notRecorded, Note.notRecorded) + total(\.lost, Note.lost) + total(\.cancelled, Note.cancelled)
      + total(\.ofAccount, Note.ofAccount)
      + total(\.suspended, Note.suspended) + total(\.cached, Note.cached)
  }

  /// Judges that are contestants too, by the ids that were asked for or that answered.
  static func judging(_ judges: [JudgeUse], of record: RunRecord, _ substitutions: [ModelSubstitution]) -> [Note] {
    let names = record.contestants.map { contestant in
      let served = substitutions.filter { $0.contestant == contestant.name }.map(\.served)
      return (contestant.name, ModelNames([contestant.model] + served))
    }
    return judges.compactMap { judge in
      let own = ModelNames([judge.model] + judge.served.map(\.text))
      let contestants = names.filter { $0.1.overlap(own) }.map(\.0)
      return contestants.isEmpty ? nil : .judgesItself(judge: judge.model, contestants: contestants)
    }
  }

  private static func stripped(in summaries: [ContestantSummary]) -> [Note] {
    let stripped = summaries.filter { $0.stripped > 0 }
    let answers = stripped.reduce(0) { $0 + $1.stripped }
    return answers > 0 ? [.stripped(answers: answers, of: stripped.map(\.contestant.name))] : []
  }

  /// A difference that the harness could have made is none of the models'.
  private static func harness(_ calibrations: [CalibrationRecord], beside summaries: [ContestantSummary]) -> [Note] {
    guard let error = calibrations.map({ $0.ttftError.p95 / 1e6 }).max() else { return [] }
    let rows = zip(summaries, summaries.dropFirst()).filter { above, row in
      if above.isBuffered || row.isBuffered { return false }
      guard let first = above.timeToFirstToken.median?.value, let second = row.timeToFirstToken.median?.value else {
        return false
      }
      return abs(first - second) < error
    }
    return rows.isEmpty ? [] : [.withinHarnessError(rows: rows.map(\.1.rank), milliseconds: error)]
  }

  /// The fewest pairs with which a test can reach 5 % after Holm's correction: the smallest n with m·2·½ⁿ ≤ 0.05.
  private static func pairsNeeded(contestants: Int) -> Int {
    let tests = max(1, contestants * (contestants - 1) / 2)
    var (pairs, smallest) = (1, Double(tests))
    while smallest >= 0.05 { (pairs, smallest) = (pairs + 1, smallest / 2) }
    return pairs
  }
}

extension ContestantSummary {
  /// Of the trials of which the server tells, those that met its prompt cache.
  fileprivate var share: Note.Share {
    let hits = promptCache.cached.count
    return Note.Share(contestant: contestant.name, count: hits, of: hits + promptCache.others.count)
  }
}
