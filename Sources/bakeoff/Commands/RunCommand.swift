internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting
internal import Transport

/// `bakeoff run`: every prompt of a suite to every chosen model.
struct RunCommand: Verb {
  var suite = ""
  var models: [String] = []
  var allowsPaid = false
  var allowsUnlisted = false
  var isConfirmed = false
  var isExamined = false
  var failsOnChecks = false
  var isQuiet = false
  var reports = "reports"
  var endpoint = EndpointOptions()
  var sampling = SamplingOptions()
  var pacing = PacingOptions()
  var output = OutputOptions()

  static let name = "run"
  static let abstract = "Send every prompt of a suite to every model, record all, and compare."
  static let discussion = """
    Everything that is measured is written to REPORTS/<time>-<suite>-<id>/run.jsonl as it happens; report.md and \
    report.csv stand beside it when the run ends, and 'bakeoff report' makes them again from that file alone.

    Exit status: 0 the plan was carried out, 1 failed checks (with --fail-on-checks), 3 quota or availability left \
    the evidence incomplete, 64 usage, 65 bad suite, 69 no request was answered, 74 cannot write, 78 no key or a \
    refused one.
    """

  static let arguments: [Argument<Self>] =
    [
      .positional("suite", \.suite, help: "A prompt suite in JSON."),
      .repeated("model", short: "m", \.models, valueName: "id", help: "A model to include; repeat for several."),
    ]
    + EndpointOptions.arguments.map { $0.lifted(by: \.endpoint) }
    + [
      .flag("allow-paid", \.allowsPaid, help: "Send models that may cost money.").titled("ENDPOINT"),
      .flag("any-model", \.allowsUnlisted, help: "Send ids that the endpoint does not list.").titled("ENDPOINT"),
    ]
    + SamplingOptions.arguments.map { $0.lifted(by: \.sampling) }
    + PacingOptions.arguments.map { $0.lifted(by: \.pacing) }
    + OutputOptions.arguments.map { $0.lifted(by: \.output) }
    + [
      .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self())
        .titled("OUTPUT"),
      .flag("quiet", short: "q", \.isQuiet, help: "Show no progress.").titled("OUTPUT"),
      .flag("yes", short: "y", \.isConfirmed, help: "Start even if today's free quota is too small."),
      .flag("doctor", \.isExamined, help: "Measure the harness itself first, and keep the figures in the journal."),
      .flag("fail-on-checks", \.failsOnChecks, help: "Exit with 1 when an answer fails a check."),
    ]

  func validate() throws(UsageError) {
    try endpoint.validate()
    try sampling.validate()
    try pacing.validate()
    try output.validate()
    if reports.isEmpty { throw .rule("'--reports <folder>' needs the name of a folder.") }
    if output.files.contains(suite) { throw .rule("'-o \(suite)' would write over the suite.") }
  }

  func run(in context: Context) async throws -> ExitStatus {
    let suite = try SuiteFile.read(suite, console: context.console)
    try output.probe()
    try DescriptorLimit.allow(concurrency: pacing.concurrency)
    let endpoint = try self.endpoint.endpoint()
    // Who names no model is shown some before a key is asked for: the list needs none.
    let key =
      models.isEmpty && endpoint.dialect == .openrouter
      ? nil : try KeyFinder.system(context).key(for: endpoint, variable: self.endpoint.keyVariable)
    context.console.hide(key.map { [$0] } ?? [])
    let client = HTTPClient(concurrency: pacing.concurrency, http2: pacing.http2)
    defer { client.close() }
    let preflight = Preflight(
      service: Service(endpoint: endpoint, key: key, send: client.send), endpoint: endpoint)
    let contestants = try await Lineup(
      endpoint: endpoint, catalogue: preflight.catalogue(), allowsPaid: allowsPaid, allowsUnlisted: allowsUnlisted
    ).contestants(models)
    let rate = rate(for: contestants, at: endpoint)
    try await confirm(
      suite.suite, contestants, rate, preflight, key: key, console: context.console,
      environment: context.environment)
    let bakeOff = BakeOff(
      suite: suite, endpoint: endpoint, key: key, contestants: contestants, overrides: sampling.parameters,
      pacing: pacing, rate: rate, reports: reports, isQuiet: isQuiet,
      calibration: isExamined ? try await Doctor(concurrency: pacing.concurrency).examine(in: context) : nil)
    let result = try await bakeOff.run(with: client, in: context)
    return try finish(result, in: context)
  }

  /// So that a slip of the keyboard is no plan.
  private static let mostTrials = 10_000_000

  /// OpenRouter's free tier is paced by default; a server of one's own is not.
  private func rate(for contestants: [Contestant], at endpoint: Endpoint) -> RequestRate? {
    if let option = pacing.rate { return option.rate }
    let drawsOnFreeTier = contestants.contains { Lineup.isFree($0.model) }
    return endpoint.dialect == .openrouter && drawsOnFreeTier && !endpoint.origin.isLoopback ? .openRouterFree : nil
  }

  private func confirm(
    _ suite: Suite, _ contestants: [Contestant], _ rate: RequestRate?, _ preflight: Preflight, key: APIKey?,
    console: Console, environment: [String: String]
  ) async throws {
    let asksQuota = preflight.endpoint.dialect == .openrouter && key != nil
    let free = contestants.filter { Lineup.isFree($0.model) }.count
    let line = PlanLine(
      prompts: suite.prompts.count, contestants: contestants.count, repetitions: pacing.repetitions,
      warmUps: pacing.warmUps, freeContestants: preflight.endpoint.dialect == .openrouter ? free : 0,
      rate: rate, quota: asksQuota ? try await preflight.quota() : nil)
    guard line.requests <= RunCommand.mostTrials else {
      throw Failure(.usage, "The plan has \(line.requests) requests; a run holds \(RunCommand.mostTrials) at the most.")
    }
    if let proxy = HTTPClient.proxyHost(for: preflight.endpoint.base, environment: environment) {
      console.say("Requests go by the proxy \(proxy): its own time is inside every latency.")
    }
    console.say("Plan: \(line.description).")
    guard line.shortage > 0, !isConfirmed else { return }
    throw Failure(
      .incomplete,
      "Today's free quota is \(Figure.count(line.shortage, "request")) too small for this plan. Take fewer models or repetitions, "
        + "wait until 00:00 UTC, or give '--yes' to start all the same.")
  }

  private func finish(_ result: BakeOff.Result, in context: Context) throws -> ExitStatus {
    let report = Report(result.run)
    let delivery = Delivery(
      options: output, console: context.console, token: String(context.random(), radix: 16))
    let files = ReportFormat.allCases.map { "\(result.folder.path)/report.\($0.rawValue)" }
    for file in files { try delivery.write(report, to: file) }
    defer { context.console.say("Report: \(files.joined(separator: ", "))") }
    try delivery.deliver(report)
    let evidence = Evidence(result.run, stop: result.stop)
    if let sentence = evidence.sentence { context.console.say(sentence) }
    return evidence.status(failsOnChecks: failsOnChecks)
  }
}
