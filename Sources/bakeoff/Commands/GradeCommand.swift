internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting
internal import Transport

/// `bakeoff grade`: checks, programs and judges on answers that are there already.
struct GradeCommand: Verb {
  var run = ""
  var suite: String?
  var allowsUnlisted = false
  var failsOnChecks = false
  var isQuiet = false
  var reports = "reports"
  var endpoint = EndpointOptions()
  var suiteOptions = SuiteOptions()
  var grading = GradingOptions()
  var budget = BudgetOptions()
  var ledger = LedgerOptions()
  var output = OutputOptions()

  static let name = "grade"
  static let abstract = "Apply changed checks to a recorded run, and grade what is not graded yet."
  static let discussion = """
    Contestants are asked nothing. With '--suite FILE' the checks of that suite take the place of those that the run \
    has, prompt by prompt, by their ids; a prompt that asks something else than the run did is refused. The journal \
    keeps both, and the reports are made anew.

    Programs are started and judges asked only for what they have not graded before; how many requests that is, is \
    said first. '--no-judges' sends nothing at all.

    Exit status: 0 graded, 1 failed checks (with --fail-on-checks), 3 a grade is missing that was asked for (what \
    '--no-judges' leaves out was not) or the run itself is incomplete, otherwise as 'bakeoff run'.
    """

  static let arguments: [Argument<Self>] =
    [
      .positional("run", \.run, help: "A recorded run, or 'latest'."),
      .option("suite", \.suite, valueName: "file", help: "A suite with the checks that count from now on."),
    ]
    + SuiteOptions.arguments.map { $0.lifted(by: \.suiteOptions) }
    + GradingOptions.arguments.map { $0.lifted(by: \.grading) }
    + EndpointOptions.recorded.map { $0.lifted(by: \.endpoint) }
    + [
      .flag("any-model", \.allowsUnlisted, help: "Ask judges that the endpoint does not list.").titled("ENDPOINT")
    ]
    + BudgetOptions.spending.map { $0.lifted(by: \.budget) }
    + LedgerOptions.arguments.map { $0.lifted(by: \.ledger) }
    + OutputOptions.arguments.map { $0.lifted(by: \.output) }
    + [
      .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self())
        .titled("OUTPUT"),
      .flag("quiet", short: "q", \.isQuiet, help: "Show no progress.").titled("OUTPUT"),
      .flag(
        "fail-on-checks", \.failsOnChecks,
        help: "Exit with 1 when an answer fails a check or lacks the structure asked for."),
    ]

  func validate() throws(UsageError) {
    try asRun.validate()
  }

  /// What `bakeoff run --resume` would be told in its place.
  var asRun: RunCommand {
    var command = RunCommand()
    (command.resumed, command.reports, command.isQuiet) = (run, reports, isQuiet)
    (command.allowsUnlisted, command.failsOnChecks) = (allowsUnlisted, failsOnChecks)
    command.endpoint = endpoint
    (command.suiteOptions, command.grading, command.budget) = (suiteOptions, grading, budget)
    (command.ledger, command.output) = (ledger, output)
    return command
  }

  func run(in context: Context) async throws -> ExitStatus {
    try output.probe()
    let folder = try RunFolder.named(run, below: reports)
    let file = try suite.map { try SuiteFile.read($0, suiteOptions, keyVariable: endpoint.keyVariable, in: context) }
    let finder = KeyFinder.system(context)
    let earlier = try RecordedSessions(
      folder, key: try key(in: folder, by: finder), readingOnly: false, in: context)
    let regrading = try CheckReplacement(earlier.run, by: file, in: context)
    let files =
      file?.folder
      ?? SuiteFolder(
        ofSuite: regrading.run.record.suiteSource.path, secrets: finder.secrets(with: endpoint.keyVariable))
    let draft = try RunDraft(grading: regrading.run, files: files, with: asRun, by: finder, in: context)
    if draft.wantsPrograms { try grading.permit(draft.needs) }
    context.console.hide(draft.key.map { [$0] } ?? [])
    if file != nil { context.console.say(regrading.words) }
    if let words = leftOut(of: draft) { context.console.say(words) }
    let client = HTTPClient(
      concurrency: draft.record.concurrency, http2: draft.record.http2, authorities: draft.authorities)
    defer { client.close() }
    let preparation = draft.asksJudges ? try await preparation(of: draft, by: client, in: context) : nil
    let result = try await grade(earlier, regrading, draft, preparation, by: client, in: context)
    return try RunSummary(asRun, context).deliver(result)
  }

  /// The key that the journal must never hold, if there is one; whether one is needed, and may be sent, shows later.
  private func key(in folder: RunFolder, by finder: KeyFinder) throws -> APIKey? {
    let recorded = try RecordedEndpoint(of: try JournalReader.load(folder.journal).record, endpoint)
    return try? finder.key(for: recorded.endpoint, variable: endpoint.keyVariable)
  }

  /// Why nothing, or not all that waits, is graded; nil where all is, or where the checks are what was to be changed.
  private func leftOut(of draft: RunDraft) -> String? {
    let count = draft.gradedRun?.openGrading().count { !grading.covers($0.rule) } ?? 0
    if count > 0 {
      return "\(count) \(count == 1 ? "grade waits" : "grades wait") for judges, whom '--no-judges' leaves out."
    }
    return suite == nil && !draft.isUngraded ? "No answer waits for a program or a judge." : nil
  }

  /// Says what judges will take, before anything is sent.
  private func preparation(
    of draft: RunDraft, by client: HTTPClient, in context: Context
  ) async throws -> RunPreparation {
    var preparation = try await asRun.preparation(of: draft, by: client, in: context)
    preparation.announceProxy()
    for line in preparation.lines { context.console.say(line) }
    _ = try preparation.decide()
    return preparation
  }

  /// Writes down which checks count, and has graded what waits.
  private func grade(
    _ earlier: RecordedSessions, _ regrading: CheckReplacement, _ draft: RunDraft, _ preparation: RunPreparation?,
    by client: HTTPClient, in context: Context
  ) async throws -> RunExecutor.Result {
    let folder = earlier.folder
    let costLimit = try budget.maxCost.flatMap { try preparation?.preflight.costLimit($0, for: draft) }
    var stop: Stop?
    if let journal = earlier.journal, regrading.checks != nil || draft.isUngraded {
      let session = try Session(
        earlier.nextSession, of: draft.record, named: folder.id, at: draft.endpoint, key: draft.key,
        files: draft.files, page: preparation?.page, journal: journal, client: client,
        authorities: draft.authorities.named, isQuiet: isQuiet, in: context)
      if let checks = regrading.checks { try journal.write(.checks(checks)) }
      let grading = Grading(
        needs: draft.needs, options: grading, folder: draft.files.path, preflight: preparation?.preflight,
        costLimit: costLimit)
      stop = try await grading.carryOut(in: session)
      try journal.flush()
    }
    return RunExecutor.Result(folder: folder, run: try JournalReader.load(folder.journal), stop: stop)
  }
}
