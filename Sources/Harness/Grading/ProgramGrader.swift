package import Benchmark

/// Lets the programs of a suite look at answers, some side by side, and records what they say.
package struct ProgramGrader: Sendable {
  /// More at once would only wait for each other's processors.
  private static let width = 4
  /// All that a program learns of its surroundings.
  private static let allowedNames = ["PATH", "HOME", "LANG", "TMPDIR"]

  private let run: Run
  private let places: AttemptPlaces
  private let session: Int
  private let folder: String
  private let environment: [String: String]
  private let journal: any Journal
  private let clock: RunClock
  private let redactor: Redactor

  /// `folder` is the suite's; of the environment only what is harmless is passed on, and of what a program says no key
  /// is kept that it found elsewhere.
  package init(
    of run: Run, session: Int, folder: String, environment: [String: String], journal: any Journal, clock: RunClock,
    redactor: Redactor = Redactor()
  ) {
    self.run = run
    places = AttemptPlaces(of: run.attempts, trials: run.record.plan.trials.count)
    self.session = session
    self.folder = folder
    self.environment = environment.filter { ProgramGrader.allowedNames.contains($0.key) }
    self.journal = journal
    self.clock = clock
    self.redactor = redactor
  }

  /// Returns when all have been looked at; `isOver` is asked before each, and cancelling the task kills what runs.
  ///
  /// - Throws: `FileError` when the journal cannot be written.
  package func grade(_ tasks: [GradingTask], isOver: @escaping @Sendable () -> Bool) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, task) in tasks.enumerated() {
        if index >= ProgramGrader.width { try await group.next() }
        if isOver() || Task.isCancelled { break }
        group.addTask { try await grade(task) }
      }
      try await group.waitForAll()
    }
  }

  private func grade(_ task: GradingTask) async throws {
    let attempts = places[task.trial].map { run.attempts[$0] }
    guard let rule = task.rule as? ProgramRule, let paper = paper(of: task.trial, attempts),
      let attempt = attempts.last, attempt.outcome.kind.isAnswered
    else { return }
    let program = ExternalProgram(
      command: rule.command, folder: folder, environment: environment,
      timeout: (rule.timeout ?? ProgramRule.usualTimeout).nanoseconds, now: clock.monotonic,
      redactor: redactor)
    let ending = await program.run(with: try paper.text())
    // What was broken off says nothing, not even that it failed.
    if ending == .cancelled { return }
    let record = GradeRecord(
      session: session, trial: attempt.trial, attempt: attempt.attempt, prompt: attempt.prompt,
      contestant: attempt.contestant, repetition: attempt.repetition, check: rule.fingerprint, wall: clock.wall,
      grade: Grade(ending, of: rule.command))
    try journal.write(.grade(record))
  }

  private func paper(of trial: Trial, _ attempts: [AttemptRecord]) -> GraderInput? {
    guard let judged = CheckInput(attempts), let last = attempts.last else {
      return nil
    }
    let prompt = run.record.suite.prompts[trial.prompt]
    return GraderInput(
      suite: run.record.suite.name, prompt: prompt.id, question: prompt.text, contestant: last.contestant,
      model: last.requestedModel, repetition: trial.repetition, answer: judged.answer, toolCalls: judged.toolCalls,
      finishReason: judged.finishReason, reasoning: last.reasoningText.isEmpty ? nil : last.reasoningText,
      latency: judged.latency, timeToFirstToken: judged.timeToFirstToken, completionTokens: judged.completionTokens,
      cost: judged.cost)
  }
}
