internal import Benchmark
internal import Harness
internal import Transport

/// A run from its first line in the journal to its last: everything it needs has been decided.
struct BakeOff: Sendable {
  var suite: SuiteFile
  var endpoint: Endpoint
  var key: APIKey?
  var contestants: [Contestant]
  var overrides: Parameters
  var pacing: PacingOptions
  var rate: RequestRate?
  /// Below which the run's folder is made.
  var reports: String
  var isQuiet: Bool
  /// What the harness itself adds, where that was measured before.
  var calibration: CalibrationRecord?

  /// What a run leaves behind.
  struct Result: Sendable {
    var folder: RunFolder
    var run: Run
    var stop: Stop?
  }

  /// Sends everything and reads the journal back: reports are made from what was stored and nothing else.
  ///
  /// - Throws: `Failure`.
  func run(with client: HTTPClient, in context: Context) async throws -> Result {
    let folder = try folder(in: context)
    let record = record(id: folder.id, in: context)
    let stop: Stop?
    do {
      stop = try await carryOut(record, in: folder, with: client, context)
    } catch let error as FileError {
      let isReadable = (try? JournalReader.load(folder.journal)) != nil
      throw Failure(
        .cannotWrite,
        "The run stopped: \(error)."
          + (isReadable
            ? " What was measured until then is in \(folder.journal); 'bakeoff report \(folder.path)' shows it."
            : " Nothing had been measured yet."))
    }
    return Result(folder: folder, run: try JournalReader.load(folder.journal), stop: stop)
  }

  private func carryOut(
    _ record: RunRecord, in folder: RunFolder, with client: HTTPClient, _ context: Context
  ) async throws -> Stop? {
    let journal = try JournalWriter(
      creating: folder.journal, redactor: Redactor(keys: key.map { [$0] } ?? []), now: context.clock.monotonic)
    try journal.write(.run(record))
    let admission: any Admission = rate.map(limiter) ?? Unlimited()
    let plan = record.plan.trials
    await service(with: client).openConnections(min(pacing.concurrency, plan.count))
    let start = context.clock.monotonic()
    try journal.write(.session(session(in: context)))
    if let calibration { try journal.write(.calibration(calibration)) }
    let progress = Progress(
      console: context.console, total: plan.count, isQuiet: isQuiet, now: context.clock.monotonic)
    let runner = Runner(
      record: record, session: 0, start: start,
      requests: RequestBuilder(record: record, endpoint: endpoint, key: key), admission: admission, journal: journal,
      clock: context.clock, send: client.send, tell: progress.note)
    let drawing = Task { await progress.draw { await admission.waiting } }
    defer { drawing.cancel() }
    _ = try await runner.run(plan.filter(\.isWarmUp))
    let stop = try await runner.run(plan.filter { !$0.isWarmUp })
    try journal.flush()
    drawing.cancel()
    await drawing.value
    return stop
  }

  private func folder(in context: Context) throws -> RunFolder {
    do {
      return try RunFolder.create(
        below: reports, time: Instant.folderText(milliseconds: context.wallMilliseconds()), suite: suite.suite.name,
        random: { UInt16(truncatingIfNeeded: context.random()) })
    } catch let error as FileError {
      throw Failure(.cannotWrite, "The folder for reports cannot be used: \(error). Give another with '--reports DIR'.")
    }
  }

  private func service(with client: HTTPClient) -> Service {
    Service(endpoint: endpoint, key: key, send: client.send)
  }

  private func limiter(_ rate: RequestRate) -> any Admission {
    RateLimiter(bucket: TokenBucket(limit: rate.limit, window: rate.window), clock: ContinuousClock())
  }

  private func record(id: String, in context: Context) -> RunRecord {
    RunRecord(
      id: id, created: context.clock.wall(), tool: context.tool, suite: suite.suite, suiteSource: suite.source,
      endpoints: [
        EndpointRecord(
          name: endpoint.name, baseURL: endpoint.base, dialect: endpoint.dialect.rawValue, rate: rate?.description)
      ],
      contestants: contestants, overrides: overrides, repetitions: pacing.repetitions,
      warmUps: pacing.warmUps, streams: pacing.streams, http2: pacing.http2,
      concurrency: pacing.concurrency, deadlines: pacing.deadlines, seed: pacing.orderSeed ?? context.random() >> 11)
  }

  private func session(in context: Context) -> SessionRecord {
    SessionRecord(
      session: 0, wall: context.clock.wall(), host: Context.hostName, boot: Context.bootID,
      proxy: HTTPClient.proxyHost(for: endpoint.base, environment: context.environment), transport: HTTPClient.version)
  }
}
