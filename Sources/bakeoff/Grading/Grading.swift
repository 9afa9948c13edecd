internal import Benchmark
internal import Harness

/// Lets programs and judges look at a run's answers, when all of them are in: no stamp waits for them.
struct Grading: Sendable {
  var needs: GradingNeeds
  var options: GradingOptions
  /// The folder of the suite, where programs are started.
  var folder: String
  /// Tells the prices of judges; nil where none is asked.
  var preflight: PreflightReport?
  /// Of the whole run; nil where no sum is set.
  var costLimit: CostLimit?

  /// Grades what is not graded yet of all that the journal tells, by programs alone unless `asksJudges`.
  ///
  /// - Returns: Why judges were not asked to the end; nil when they were.
  /// - Throws: `FileError`, `JournalReader.Failure`.
  func carryOut(in session: Session, asksJudges: Bool = true) async throws -> Stop? {
    guard !needs.isEmpty, !isOver(session) else { return nil }
    let run = try JournalReader.load(session.journal.path)
    let open = run.openGrading().filter { options.covers($0.rule) }
    try await startPrograms(for: open.filter { $0.rule is ProgramRule }, of: run, session)
    guard asksJudges else { return nil }
    return try await askJudges(open.filter { $0.rule is JudgeRule }, of: run, session)
  }

  private func isOver(_ session: Session) -> Bool { Task.isCancelled || session.context.interruption.hasBegun }

  private func startPrograms(for tasks: [GradingTask], of run: Run, _ session: Session) async throws {
    guard !tasks.isEmpty else { return }
    let interruption = session.context.interruption
    if !session.isQuiet { session.context.console.say("Programs look at \(GradingWords.answers(tasks.count)).") }
    let grader = ProgramGrader(
      of: run, session: session.number, folder: folder, environment: session.context.environment,
      journal: session.journal, clock: session.context.clock, redactor: Redactor(keys: session.key.map { [$0] } ?? []))
    try await grader.grade(tasks) { interruption.hasBegun }
  }

  private func askJudges(_ tasks: [GradingTask], of run: Run, _ session: Session) async throws -> Stop? {
    let context = session.context
    let judging = Judging(tasks, of: run) { String(context.random(), radix: 36) + String(context.random(), radix: 36) }
    guard !judging.trials.isEmpty, !isOver(session) else { return nil }
    if !session.isQuiet {
      let judges = judging.record.contestants.map(\.model).joined(separator: ", ")
      context.console.say("Judging: \(GradingWords.requests(judging.trials.count)) to \(judges).")
    }
    let lines = JudgeJournal(judging, session: session.number, journal: session.journal, clock: context.clock)
    let costBudget = costLimit.flatMap { preflight?.costBudget(of: judging, under: $0) }
    return try await session.send(judging.trials, of: judging.record, into: lines, costBudget: costBudget)
  }
}

/// Counts in words.
enum GradingWords {
  static func requests(_ count: Int) -> String { "\(count) request\(count == 1 ? "" : "s")" }
  static func answers(_ count: Int) -> String { "\(count) answer\(count == 1 ? "" : "s")" }
}
