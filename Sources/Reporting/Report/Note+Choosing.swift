import Benchmark

extension Note {
  /// The notes that a run's standings call for, the ones about certainty first.
  static func notes(on standings: [Standing], of run: Run) -> [Note] {
    certainty(of: standings) + meaning(of: standings) + serving(in: standings) + gaps(in: standings)
      + harness(run.calibrations, beside: standings)
  }

  private static func certainty(of standings: [Standing]) -> [Note] {
    let differences = standings.compactMap(\.difference)
    var notes: [Note] = differences.allSatisfy(\.isClear) ? [] : [.tied]
    if let most = differences.map(\.pairs).max() {
      let needed = pairsNeeded(contestants: standings.count)
      if most < needed, !differences.contains(where: \.isClear) {
        notes.append(.tooFewPairs(have: most, needed: needed))
      }
      if differences.contains(where: { !$0.arePrompts }) { notes.append(.aboutThesePromptsOnly) }
    }
    return notes
  }

  private static func meaning(of standings: [Standing]) -> [Note] {
    var notes: [Note] = []
    if standings.contains(where: { $0.passed.trials > 0 && $0.succeeded.successes < $0.succeeded.trials }) {
      notes.append(.unansweredFails)
    }
    let ungraded = standings.reduce(0) { $0 + $1.ungraded }
    if ungraded > 0 { notes.append(.ungraded(checks: ungraded)) }
    let medians = standings.flatMap { [$0.latency.median, $0.timeToFirstToken.median] }
    if medians.contains(where: { $0?.isLowerBound ?? false }) { notes.append(.lowerBound) }
    let fewest = standings.map(\.latency.count).filter { $0 > 0 }.min() ?? PairTest.leastPairs
    if fewest < PairTest.leastPairs { notes.append(.noInterval(prompts: fewest)) }
    if standings.contains(where: { $0.tokenSource == .estimated && $0.tokens.count > 0 }) {
      notes.append(.estimatedTokens)
    }
    return notes
  }

  /// What servers, and what lies before them, do to a TTFT.
  private static func serving(in standings: [Standing]) -> [Note] {
    let buffered = standings.filter(\.isBuffered).map(\.contestant.name)
    let mixed = standings.filter(\.mixesPromptCache).map(\.contestant.name)
    let isMet = standings.contains { $0.promptCache.cached.count > 0 }
    let shares = standings.map(\.share).filter { $0.of > 0 }
    return (buffered.isEmpty ? [] : [.buffered(contestants: buffered)]) + (isMet ? [.promptCache(shares)] : [])
      + (mixed.isEmpty ? [] : [.mixedPromptCaches(contestants: mixed)]) + fallen(in: standings)
  }

  /// The deepest fall comes first.
  private static func fallen(in standings: [Standing]) -> [Note] {
    let fallen = standings.compactMap { standing in
      standing.promptCache.fall.map { (name: standing.contestant.name, fall: $0) }
    }.sorted { $0.fall.later / $0.fall.first < $1.fall.later / $1.fall.first }
    return fallen.first.map { [.maybePromptCache(contestants: fallen.map(\.name), $0.fall)] } ?? []
  }

  private static func gaps(in standings: [Standing]) -> [Note] {
    func total(_ count: KeyPath<Standing, Int>, _ note: (Int) -> Note) -> [Note] {
      let sum = standings.reduce(0) { $0 + $1[keyPath: count] }
      return sum > 0 ? [note(sum)] : []
    }
    return total(\.lengthLimited, Note.lengthLimited) + stripped(in: standings) + total(\.notSent, Note.notSent)
      + total(\.notRecorded, Note.notRecorded) + total(\.lost, Note.lost) + total(\.cancelled, Note.cancelled)
      + total(\.ofAccount, Note.ofAccount)
      + total(\.suspended, Note.suspended) + total(\.cached, Note.cached)
  }

  /// Judges that are contestants too, by the ids that were asked for or that answered.
  static func judging(_ judges: [JudgeUse], of record: RunRecord, _ substitutions: [Substitution]) -> [Note] {
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

  private static func stripped(in standings: [Standing]) -> [Note] {
    let stripped = standings.filter { $0.stripped > 0 }
    let answers = stripped.reduce(0) { $0 + $1.stripped }
    return answers > 0 ? [.stripped(answers: answers, of: stripped.map(\.contestant.name))] : []
  }

  /// A difference that the harness could have made is none of the models'.
  private static func harness(_ calibrations: [CalibrationRecord], beside standings: [Standing]) -> [Note] {
    guard let error = calibrations.map({ $0.ttftError.p95 / 1e6 }).max() else { return [] }
    let rows = zip(standings, standings.dropFirst()).filter { above, row in
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

extension Standing {
  /// Of the trials of which the server tells, those that met its prompt cache.
  fileprivate var share: Note.Share {
    let hits = promptCache.cached.count
    return Note.Share(contestant: contestant.name, count: hits, of: hits + promptCache.others.count)
  }
}
