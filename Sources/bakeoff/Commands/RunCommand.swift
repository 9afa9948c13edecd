internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting
internal import Transport

/// `bakeoff run`: every prompt of a suite to every chosen model.
struct RunCommand: Verb {
  /// Nil only where a run is resumed.
  var suite: String?
  var models: [String] = []
  /// The run to go on with.
  var resumed: String?
  var allowsUnlisted = false
  var isExamined = false
  var failsOnChecks = false
  var isQuiet = false
  var reports = "reports"
  /// What the run is called beside its id.
  var runName: String?
  var suiteOptions = SuiteOptions()
  var endpoint = EndpointOptions()
  var sampling = SamplingOptions()
  var pacing = PacingOptions()
  var grading = GradingOptions()
  var budget = BudgetOptions()
  var ledger = LedgerOptions()
  var cache = CacheOptions()
  var output = OutputOptions()

  static let name = "run"
  static let abstract = "Send every prompt of a suite to every model, record all, and compare."
  static let discussion = """
    Everything that is measured is written to REPORTS/<time>-<suite>-<id>/run.jsonl as it happens; report.md and \
    report.csv stand beside it when the run ends, and 'bakeoff report' makes them again from that file alone.

    What fails for reasons that pass (429, 5xx, no connection, an error before the first token) is sent again: twice \
    at most (--retries), at the server's time or after a back-off, and in all no more than a fifth of the trials or \
    ten. Nothing is sent again after its first token. A limit of the account a minute holds everybody until its \
    reset, one a day ends the run, and a busy provider holds its own model alone.

    '--resume RUN' goes on with a run that ended early, as it was planned: it sends what was not sent, and again what \
    failed for reasons of the service (408, 409, 425, 429, 5xx, also as the code of an error within an answer; no \
    connection or none in time, TLS, cancelled), or of the account (401, 402: the first further one stops the run). \
    Answers, and failures of a model's own, are never asked for twice. The suite, the models and the settings are the \
    recorded ones; the key's variable and --allow-paid are not recorded. A recorded run does not decide where a key goes: but for OpenRouter's own, repeat --endpoint.

    ctrl-C lets what is in flight end (10 s at the most), saves and reports; a second one stops at once.

    Exit status: 0 the plan was carried out, 1 failed checks or answers without the structure asked for (with \
    --fail-on-checks), 3 quota or availability left the evidence incomplete, 64 usage, 65 bad suite, 69 no answer \
    came back and no limit was the reason, 74 cannot write, 78 no key or a refused one, 130, 143 and 129 for SIGINT, \
    SIGTERM and SIGHUP.
    """

  static let arguments: [Argument<Self>] =
    [
      .positional("suite", \.suite, help: "A prompt suite in JSON; not needed with --resume."),
      .repeated(
        "model", short: "m", \.models, valueName: "id",
        help: "A model to include, or a contestant of the suite by its name; repeat for several."
      )
      .titled("ARGUMENTS"),
      .option(
        "resume", \.resumed, valueName: "run",
        help: "Go on with a recorded run: its folder, its name, a part of its id, its suite, or 'latest'."
      ).titled("ARGUMENTS"),
    ]
    + SuiteOptions.arguments.map { $0.lifted(by: \.suiteOptions) }
    + EndpointOptions.arguments.map { $0.lifted(by: \.endpoint) }
    + [
      .flag("any-model", \.allowsUnlisted, help: "Send ids that the endpoint does not list.").titled("ENDPOINT")
    ]
    + GradingOptions.arguments.map { $0.lifted(by: \.grading) }
    + BudgetOptions.arguments.map { $0.lifted(by: \.budget) }
    + LedgerOptions.arguments.map { $0.lifted(by: \.ledger) }
    + CacheOptions.arguments.map { $0.lifted(by: \.cache) }
    + SamplingOptions.arguments.map { $0.lifted(by: \.sampling) }
    + PacingOptions.arguments.map { $0.lifted(by: \.pacing) }
    + OutputOptions.arguments.map { $0.lifted(by: \.output) }
    + [
      .option(
        "name", \.runName, valueName: "name", help: "Call the run so: 'bakeoff report NAME' and others find it by it."
      ).titled("OUTPUT"),
      .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self())
        .titled("OUTPUT"),
      .flag("quiet", short: "q", \.isQuiet, help: "Show no progress.").titled("OUTPUT"),
      .flag("doctor", \.isExamined, help: "Measure the harness itself first, and keep the figures in the journal."),
      .flag(
        "fail-on-checks", \.failsOnChecks,
        help: "Exit with 1 when an answer fails a check or lacks the structure asked for."),
    ]

  func validate() throws(UsageError) {
    if suite == nil && resumed == nil {
      throw .rule("Name a suite, as in 'bakeoff run suites/starter.json', or a run to go on with: '--resume RUN'.")
    }
    if budget.fits && resumed != nil {
      throw .rule("'--fit' trims a new plan; a run that is resumed keeps its own. Give '--until-quota' instead.")
    }
    if cache.file != nil && !cache.isOn {
      throw .rule("'--cache-file <file>' says where '--cache' keeps answers: give both.")
    }
    if budget.fits && cache.isOn {
      throw .rule("'--fit' trims a plan without a look at the cache. Give '--until-quota' instead.")
    }
    if resumed != nil && !suiteOptions.selection.isAll {
      throw .rule("Prompts are chosen for a new run; a run that is resumed keeps its own. Leave that out.")
    }
    try suiteOptions.validate()
    try endpoint.validate()
    try budget.validate()
    try ledger.validate()
    try cache.validate()
    try sampling.validate()
    try pacing.validate()
    try output.validate()
    if let runName { try RunName.check(runName, isResumed: resumed != nil) }
    if reports.isEmpty { throw .rule("'--reports <folder>' needs the name of a folder.") }
    if let suite, output.files.contains(suite) { throw .rule("'-o \(suite)' would write over the suite.") }
  }

  func run(in context: Context) async throws -> ExitStatus {
    try output.probe()
    let draft = try draft(readingOnly: false, in: context)
    try grading.permit(draft.needs)
    if let earlier = draft.earlier, earlier.resumeState.trials.isEmpty, !draft.isUngraded {
      context.console.say("Nothing is left to send: every trial of \(earlier.folder.id) is settled.")
      return try RunSummary(self, context).deliver(RunExecutor.Result(folder: earlier.folder, run: earlier.run))
    }
    try DescriptorLimit.allow(concurrency: draft.record.concurrency)
    let client = HTTPClient(
      concurrency: draft.record.concurrency, http2: draft.record.http2, authorities: draft.authorities)
    defer { client.close() }
    var preparation = try await preparation(of: draft, by: client, in: context)
    preparation.announceProxy()
    for line in preparation.lines { context.console.say(line) }
    let share = try preparation.decide()
    let bakeOff = try await bakeOff(preparation, share)
    return try RunSummary(self, context).deliver(try await bakeOff.run(with: client, in: context))
  }

  /// What is to be run; a resumed run is taken for this process unless `readingOnly`.
  func draft(readingOnly: Bool, in context: Context) throws -> RunDraft {
    let draft =
      try resumed.map { try RunDraft(resuming: $0, with: self, readingOnly: readingOnly, in: context) }
      ?? RunDraft(new: self, in: context)
    context.console.hide(draft.key.map { [$0] } ?? [])
    return draft
  }

  func preparation(
    of draft: RunDraft, by client: HTTPClient, readingOnly: Bool = false, in context: Context
  ) async throws -> RunPreparation {
    if draft.gradedRun == nil {
      try PaidFields.check(draft.record, at: draft.endpoint, allowsPaid: budget.allowsPaid)
    }
    let page = try LedgerAccount(for: draft, ledger, in: context)
    let preflight = try await PreflightReport(to: draft, for: self, by: client, page)
    for words in preflight.warnings(for: draft, today: context.today) { context.console.warn(words) }
    var preparation = RunPreparation(draft: draft, preflight: preflight, page: page, options: budget, context: context)
    if draft.earlier == nil { preparation.draft.record.learnStructures(from: preflight.catalogueCheck) }
    if let cache = cache.cache(hiding: draft.key, looksOnly: readingOnly, in: context) {
      try await preparation.recall(from: cache)
    }
    return preparation
  }

  private func bakeOff(_ preparation: RunPreparation, _ share: RunPreparation.Share) async throws -> RunExecutor {
    let (draft, preflight) = (preparation.draft, preparation.preflight)
    let costBudget = try budget.maxCost.map { try preflight.costBudget(of: draft, under: $0) }
    return RunExecutor(
      record: draft.record, endpoint: draft.endpoint, key: draft.key, authorities: draft.authorities.named,
      files: draft.files, share: share,
      page: preparation.page, cache: preparation.cache, recall: draft.recall, earlier: draft.earlier,
      costBudget: costBudget,
      grading: Grading(
        needs: draft.needs, options: grading, folder: draft.files.path, preflight: preflight,
        costLimit: costBudget?.limit),
      reports: reports,
      isQuiet: isQuiet, beginsWithOne: !preflight.isProven,
      calibration: isExamined
        ? try await Doctor(concurrency: draft.record.concurrency).examine(in: preparation.context) : nil)
  }
}
