internal import Benchmark
internal import Harness

extension RunDraft {
  /// The answers of a recorded run, which contestants are not asked for again; a key is looked for where a judge is
  /// asked.
  ///
  /// `files` is the folder of the suite whose checks count.
  /// - Throws: `Failure`.
  init(
    grading run: Run, files: SuiteFolder, with command: RunCommand, by finder: KeyFinder, in context: Context
  ) throws {
    let recorded = try RecordedEndpoint(of: run.record, command.endpoint)
    (record, endpoint) = (run.record, recorded.endpoint)
    authorities = try command.endpoint.trusted(for: endpoint, in: context)
    self.files = files
    (needs, grading, gradedRun) = (GradingNeeds(of: record.suite), command.grading, run)
    if asksJudges { key = try recorded.key(by: finder) }
  }

  /// Whether answers wait for programs or judges that may look at them now.
  var isUngraded: Bool { !openGrading.isEmpty }

  /// Whether answers wait for programs, allowed or not.
  var wantsPrograms: Bool {
    needs.program != nil && gradedRun?.openGrading().contains { $0.rule is ProgramRule } ?? false
  }

  /// Whether answers wait for judges that may be asked now.
  var asksJudges: Bool { openGrading.contains { $0.rule is JudgeRule } }

  /// The judges that are asked although their model is a contestant's, with the contestants.
  var selfJudging: [(judge: String, contestants: [String])] {
    judges.compactMap { judge in
      let own = record.contestants.filter { ModelNames([$0.model]).overlap(ModelNames([judge])) }
      return own.isEmpty ? nil : (judge, own.map(\.name))
    }
  }

  /// What waits of the answers that are there.
  var openGrading: [GradingTask] {
    guard !needs.isEmpty else { return [] }
    return (gradedRun ?? earlier?.run)?.openGrading().filter { grading.covers($0.rule) } ?? []
  }

  /// What judges will be asked, if all that is still to be sent is answered.
  var judging: [GradingTask] {
    guard !judges.isEmpty else { return [] }
    let run = gradedRun ?? earlier?.run ?? Run(record: record)
    let answered = recall == nil ? trials : earlier?.resumeState.trials ?? record.plan.trials
    return run.openGrading(whenAnswered: answered).filter { $0.rule is JudgeRule }
  }

  /// What earlier sessions and the cache left; nil for a new run without one.
  var left: Budget.Left? {
    guard gradedRun != nil || earlier != nil || recall?.answers.isEmpty == false else { return nil }
    let tasks = judging
    let free = tasks.filter {
      ($0.rule as? JudgeRule).map { CatalogueCheck.drawsOnQuota($0.model, at: endpoint) } ?? false
    }
    return Budget.Left(
      requests: trials.reduce(0) { $0 + requests(of: $1) }, free: trials.reduce(0) { $0 + freeRequests(of: $1) },
      judging: tasks.reduce(0) { $0 + $1.requests }, freeJudging: free.reduce(0) { $0 + $1.requests })
  }
}
