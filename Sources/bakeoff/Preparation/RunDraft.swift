internal import Benchmark
internal import Harness

/// What is to be run, before anything is sent: a new run, or what is left of an earlier one.
struct RunDraft: Sendable {
  /// Its id is empty until its folder is made.
  var record: RunRecord
  var endpoint: Endpoint
  var key: APIKey?
  /// Whose certificates are believed there.
  var authorities: TrustedAuthorities
  /// Where the suite's attachments are read.
  var files: SuiteFolder
  /// Who is to grade its answers, and who may.
  var needs: GradingNeeds
  var grading: GradingOptions
  /// Nil for a new run.
  var earlier: RecordedSessions?
  /// What a cache answers of it.
  var recall: CachedAnswers?
  /// A recorded run of which nothing but the grading is done.
  var gradedRun: Run?

  /// A new run, as the command line says it.
  ///
  /// - Throws: `Failure`.
  init(new command: RunCommand, in context: Context) throws {
    let suite = try SuiteFile.read(
      command.suite ?? "", command.suiteOptions, keyVariable: command.endpoint.keyVariable, in: context)
    files = suite.folder
    (needs, grading) = (GradingNeeds(of: suite.suite), command.grading)
    let contestants = suite.suite.entrants(named: command.models)
    endpoint = try command.endpoint.endpoint(environment: context.environment)
    authorities = try command.endpoint.trusted(for: endpoint, in: context)
    // Who names no model is shown some before a key is asked for: the list needs none.
    let needsNoKey = contestants.isEmpty && endpoint.dialect == .openrouter
    key =
      needsNoKey ? nil : try KeyFinder.system(context).key(for: endpoint, variable: command.endpoint.keyVariable)
    record = RunRecord(
      suite, named: command.runName, at: endpoint, contestants: contestants, sampling: command.sampling,
      pacing: command.pacing,
      in: context)
  }

  /// The rest of a recorded run, which the command line must not contradict.
  ///
  /// The run's journal is taken, so that no other process goes on with it, unless `readingOnly`.
  /// - Throws: `Failure`, `FileError`, `JournalReader.Failure`.
  init(resuming name: String, with command: RunCommand, readingOnly: Bool, in context: Context) throws {
    let folder = try RunFolder.named(name, below: command.reports)
    record = try JournalReader.load(folder.journal).record
    guard record.order == Plan.order, !record.endpoints.isEmpty else {
      throw Failure(
        .badData, "The run \(folder.id) was planned by another version of bakeoff, which has to go on with it.")
    }
    try SettingsDifference.check(command, against: record, in: context)
    let (recorded, finder) = (try RecordedEndpoint(of: record, command.endpoint), KeyFinder.system(context))
    (endpoint, key) = (recorded.endpoint, try recorded.key(by: finder))
    authorities = try command.endpoint.trusted(for: endpoint, in: context)
    files = SuiteFolder(
      ofSuite: record.suiteSource.path, allowsOutside: command.suiteOptions.allowsOutside,
      secrets: finder.secrets(with: command.endpoint.keyVariable))
    try RunDraft.verify(record.suite, in: files)
    (needs, grading) = (GradingNeeds(of: record.suite), command.grading)
    let earlier = try RecordedSessions(folder, key: key, readingOnly: readingOnly, in: context)
    try earlier.checkPrompts()
    self.earlier = earlier
  }

  /// An attachment that is no longer what it was would make two halves of a run that cannot be compared.
  private static func verify(_ suite: Suite, in files: SuiteFolder) throws {
    do throws(AttachmentFault) {
      try files.verify(suite.prompts.lazy.flatMap(\.attachments))
    } catch {
      throw Failure(.badData, error.description)
    }
  }

  var models: [String] { record.contestants.map(\.model) }
  /// The models that are asked to judge.
  var judges: [String] { grading.asksJudges ? needs.judges.map(\.model) : [] }
  var rate: RequestRate? { record.rate }

  /// What is still to be sent, in the plan's order.
  var trials: [Trial] {
    guard gradedRun == nil else { return [] }
    let planned = earlier?.resumeState.trials ?? record.plan.trials
    return recall?.open(of: planned) ?? planned
  }

  /// Who is asked anything, beside judges.
  var contestants: [Contestant] { gradedRun == nil ? record.contestants : [] }

  /// Whether anything of it draws on OpenRouter's free quota.
  var drawsOnQuota: Bool {
    contestants.contains(where: drawsOnQuota)
      || judges.contains { CatalogueCheck.drawsOnQuota($0, at: endpoint) }
  }

  /// Whether a trial draws on OpenRouter's free quota.
  func drawsOnQuota(_ trial: Trial) -> Bool { drawsOnQuota(record.contestants[trial.contestant]) }

  func drawsOnQuota(_ contestant: Contestant) -> Bool {
    CatalogueCheck.drawsOnQuota(contestant.model, at: endpoint)
  }

  /// How many requests a trial takes, at the least: a warm-up asks its first question only, and what was answered of a
  /// conversation is not asked again.
  func requests(of trial: Trial) -> Int {
    if trial.isWarmUp { return 1 }
    let turns = record.suite.prompts[trial.prompt].turns.count
    let begun = (earlier?.resumeState.begun[trial.number] ?? []) + (recall?.answers[trial.number] ?? [])
    if begun.isEmpty { return turns }
    var conversation = record.conversation(in: trial)
    _ = conversation.goesOn(afterAll: begun)
    return turns + 1 - conversation.step.turn
  }

  /// Those of them that draw on OpenRouter's free quota.
  func freeRequests(of trial: Trial) -> Int { drawsOnQuota(trial) ? requests(of: trial) : 0 }

  func budget(_ quota: DayQuota) -> Budget {
    let suite = record.suite
    var budget = Budget(
      prompts: suite.prompts.count, turns: suite.prompts.reduce(0) { $0 + $1.turns.count },
      answersTools: suite.prompts.contains { suite.answersTools(of: $0) }, contestants: contestants.count,
      repetitions: record.repetitions, warmUps: record.warmUps,
      freeContestants: contestants.count(where: drawsOnQuota), rate: rate,
      remaining: quota.remaining, daily: quota.limit, isOurCount: quota.isOurCount, left: left)
    budget.judges = judges
    budget.judging = needs.load(where: judges.contains)
    budget.freeJudging = needs.load { judges.contains($0) && CatalogueCheck.drawsOnQuota($0, at: endpoint) }
    return budget
  }

  /// Cuts a new run down to a smaller budget: the models named last go first, of those that draw on the quota.
  mutating func trim(to budget: Budget) {
    record.repetitions = budget.repetitions
    while record.contestants.count > budget.contestants, let last = record.contestants.lastIndex(where: drawsOnQuota) {
      record.contestants.remove(at: last)
    }
  }
}
