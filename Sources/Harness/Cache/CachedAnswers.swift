package import Benchmark
internal import Transport
internal import Wire

/// What a cache answers of a plan: the beginnings of conversations, and whole ones, that need not be asked for.
package struct CachedAnswers: Sendable {
  /// Answers in the order of their conversation, by the trials' numbers.
  package private(set) var answers: [Int: [AttemptRecord]] = [:]
  /// Trials that are over with these.
  package private(set) var settled: Set<Int> = []

  package var requests: Int { answers.values.reduce(0) { $0 + $1.count } }

  /// Looks for each trial's answers from where earlier sessions left it; a warm-up is there to be sent.
  ///
  /// - Throws: `CacheFailure`, `AttachmentFault`.
  package init(
    of trials: [Trial], after earlier: ResumeState? = nil, by builder: RequestBuilder, from cache: AnswerCache
  ) async throws {
    for trial in trials where !trial.isWarmUp {
      try await recall(trial, after: earlier, builder, cache)
    }
  }

  private mutating func recall(
    _ trial: Trial, after earlier: ResumeState?, _ builder: RequestBuilder, _ cache: AnswerCache
  ) async throws {
    var conversation = builder.record.conversation(in: trial)
    _ = conversation.goesOn(afterAll: earlier?.begun[trial.number] ?? [])
    var made = earlier?.attempts[trial.number] ?? 0
    var goesOn = true
    while goesOn {
      let body = try builder.request(for: trial, saying: conversation.messages).body
      let key = CacheKey(of: trial, in: builder.record, body: body)
      guard let answer = try await cache.answer(for: key) else { return }
      made = Count.sum([made, 1])
      let attempt = builder.record.recalled(answer, as: made, at: conversation.step, in: trial)
      answers[trial.number, default: []].append(attempt)
      goesOn = conversation.goesOn(after: attempt)
    }
    settled.insert(trial.number)
  }
}

extension CachedAnswers {
  /// What is left of some trials: warm-ups warm nothing where nothing else is asked of their contestant.
  package func open(of trials: [Trial]) -> [Trial] {
    let asked = Set(trials.lazy.filter { !$0.isWarmUp && !settled.contains($0.number) }.map(\.contestant))
    return trials.filter { !settled.contains($0.number) && asked.contains($0.contestant) }
  }

  /// Writes the answers down as a session's own, at its beginning.
  ///
  /// - Throws: `FileError`.
  package func write(to journal: any Journal, session: Int, wall: String, at time: Nanoseconds) throws {
    for (trial, attempts) in answers.sorted(by: { $0.key < $1.key }) {
      for var attempt in attempts {
        attempt.session = session
        attempt.wall = wall
        attempt.timeline = Timeline(queued: time, admitted: time, ended: time)
        try journal.write(.attempt(attempt))
        if settled.contains(trial), attempt.attempt == attempts.last?.attempt {
          try journal.write(.trial(TrialRecord(settling: attempt)))
        }
      }
    }
  }
}

extension RunRecord {
  /// An answer of another run in a trial of this one, held to the structure that is asked for now.
  fileprivate func recalled(_ answer: AttemptRecord, as number: Int, at step: Step, in trial: Trial) -> AttemptRecord {
    let prompt = suite.prompts[trial.prompt]
    var attempt = answer
    attempt.cached = answer.wall
    (attempt.trial, attempt.attempt, attempt.repetition) = (trial.number, number, trial.repetition)
    attempt.step = step == Step() ? nil : step
    (attempt.prompt, attempt.contestant) = (prompt.id, contestants[trial.contestant].name)
    attempt.stripped = nil
    if attempt.outcome.kind == .invalid {
      attempt.outcome = Outcome(attempt.finishReason.flatMap(FinishReason.init(spelling:)) == .length ? .length : .ok)
    }
    if let output = suite.output(of: prompt) { attempt.hold(to: output) }
    return attempt
  }
}
