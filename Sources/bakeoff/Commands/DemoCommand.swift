internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting
internal import Simulator
internal import Transport
internal import Wire

/// `bakeoff demo`: a whole bake-off on this machine, without a key.
struct DemoCommand: Verb {
  var suite = "suites/starter.json"
  var reports = "reports"

  static let name = "demo"
  static let abstract = "Run a suite against simulated models on this machine: no key, no network."

  static let arguments: [Argument<Self>] = [
    .option("suite", \.suite, valueName: "file", help: "The suite to run.", default: Self()),
    .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self()),
  ]

  private static let models = 5
  private static let rate = RequestRate(limit: 120, window: 60 * Nanoseconds.perSecond)
  /// Slow enough to be seen at work.
  private static let visibleRate = RequestRate(limit: 6, window: 10 * Nanoseconds.perSecond)

  func run(in context: Context) async throws -> ExitStatus {
    // In a folder without suites, that of the binary.
    let isMissing = suite == DemoCommand().suite && !FileSystem.exists(suite)
    let file = try SuiteFile.read(suite, embedded: isMissing ? StarterKit.suite.bytes : nil, in: context)
    var settings = SimulatorSettings()
    settings.freeTier = nil
    settings.requiresKey = false
    let simulator = Simulator(settings)
    let endpoint = try Endpoint("http://127.0.0.1:\(try simulator.start())/v1", dialect: .openrouter)
    defer { simulator.stop() }
    let client = HTTPClient(concurrency: PacingOptions().concurrency)
    defer { client.close() }
    let models = try await models(at: endpoint, client)
    let record = RunRecord(
      file, at: endpoint, contestants: models.map { ContestantSpec(name: $0, model: $0) },
      pacing: DemoCommand.pacing, in: context)
    let bakeOff = DemoCommand.bakeOff(record, at: endpoint, files: file.folder, reports: reports)
    try await compare(bakeOff, with: client, in: context)
    if context.interruption.hasBegun { return .success }
    return try await showLimiter(bakeOff, with: client, in: context)
  }

  private static var pacing: PacingOptions {
    var pacing = PacingOptions()
    pacing.rate = RateOption(rate: rate)
    return pacing
  }

  private static func bakeOff(
    _ record: RunRecord, at endpoint: Endpoint, files: SuiteFolder, reports: String
  ) -> RunExecutor {
    RunExecutor(
      record: record, endpoint: endpoint, files: files, share: RunPreparation.Share(now: record.plan.trials),
      reports: reports, isQuiet: false)
  }

  private func models(at endpoint: Endpoint, _ client: HTTPClient) async throws -> [String] {
    let service = Service(endpoint: endpoint, key: nil, send: client.send)
    return try await service.models().map(\.id).filter { $0.hasSuffix(":free") }.prefix(DemoCommand.models).map(\.self)
  }

  /// The first part: a suite, a table, and the reports.
  private func compare(_ bakeOff: RunExecutor, with client: HTTPClient, in context: Context) async throws {
    let console = context.console
    let record = bakeOff.record
    let budget = Budget(
      prompts: record.suite.prompts.count, contestants: record.contestants.count, repetitions: 1, freeContestants: 0,
      rate: record.rate)
    console.say("Demo, part 1 of 2: a bake-off of simulated models, over real HTTP on this machine.")
    console.say("The simulator's free-tier counters are off; our own limiter lets \(DemoCommand.rate) through.")
    console.say("Plan: \(PlanLine(budget: budget)).")
    let result = try await bakeOff.run(with: client, in: context)
    try Task.checkCancellation()
    let report = Report(result.run)
    let delivery = Delivery(options: OutputOptions(), console: console, token: String(context.random(), radix: 16))
    let files = ReportFormat.allCases.map { "\(result.folder.path)/report.\($0.rawValue)" }
    try delivery.deliver(report)
    try delivery.write(report, to: files)
    console.say("Reports:")
    for file in files + [result.folder.journal] { console.say("  \(file)") }
  }

  /// The second part: requests that leave at the pace of a limit, each shown as it leaves.
  private func showLimiter(_ bakeOff: RunExecutor, with client: HTTPClient, in context: Context) async throws
    -> ExitStatus
  {
    var record = bakeOff.record
    record.suite.prompts = PromptList(record.suite.prompts.prefix(DemoCommand.visibleRate.limit))
    record.suite.name += "-limited"
    record.contestants = Array(record.contestants.prefix(1))
    record.endpoints[0].rate = DemoCommand.visibleRate.description
    // Its answers prove nothing, so it is no run that 'latest' should find.
    let folder = try ScratchFolder(
      "\(context.environment["TMPDIR"] ?? "/tmp")/bakeoff-demo-\(String(context.random(), radix: 16))")
    let limited = DemoCommand.bakeOff(record, at: bakeOff.endpoint, files: bakeOff.files, reports: folder.path)
    context.console.say("")
    context.console.say(
      "Demo, part 2 of 2: \(record.suite.prompts.count) requests, no more than \(DemoCommand.visibleRate) in any window."
    )
    let result = try await limited.run(with: client, in: context)
    try Task.checkCancellation()
    let first = result.run.attempts.map(\.timeline.admitted).min() ?? 0
    for attempt in result.run.attempts.sorted(by: { $0.timeline.admitted < $1.timeline.admitted }) {
      let waited = (attempt.timeline.admitted - attempt.timeline.queued).seconds
      context.console.say(
        "  left after \(tenths((attempt.timeline.admitted - first).seconds)) s"
          + " (waited \(tenths(waited)) s for the limiter): \(attempt.prompt)")
    }
    return .success
  }

  private func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
