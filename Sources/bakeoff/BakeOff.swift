internal import Benchmark
internal import Harness
internal import Transport

/// A session of a run from its first line in the journal to its last: everything it needs has been decided.
struct BakeOff: Sendable {
  private static let quotaWords = "the quota of the day covers whole blocks up to here; the rest is for another day"

  /// A new run gets its id with its folder.
  var record: RunRecord
  var endpoint: Endpoint
  var key: APIKey?
  /// Where attachments are read.
  var files: SuiteFolder
  /// What is sent now and what is left.
  var share: RunPreparation.Share
  /// Where free requests are booked; nil books none.
  var page: LedgerPage?
  /// Of a run that is resumed.
  var earlier: EarlierSessions?
  var costLimit: CostLimit?
  /// Below which a new run's folder is made.
  var reports: String
  var isQuiet: Bool
  /// What the harness itself adds, where that was measured before.
  var calibration: CalibrationRecord?

  /// What a session leaves behind.
  struct Result: Sendable {
    var folder: RunFolder
    var run: Run
    /// Why the session ended before its share was sent.
    var stop: Stop?
    /// Whether the day's quota did not cover the whole plan.
    var isPostponed = false
  }

  /// Sends everything and reads the journal back: reports are made from what was stored and nothing else.
  ///
  /// - Throws: `Failure`.
  func run(with client: HTTPClient, in context: Context) async throws -> Result {
    let folder = try earlier?.folder ?? newFolder(in: context)
    let stop: Stop?
    do {
      stop = try await carryOut(in: folder, with: client, context)
    } catch let fault as AttachmentFault {
      throw Failure(.badData, "The run stopped: \(fault) What was measured until then is in \(folder.journal).")
    } catch let error as FileError {
      let isReadable = (try? JournalReader.load(folder.journal)) != nil
      throw Failure(
        .cannotWrite,
        "The run stopped: \(error)."
          + (isReadable
            ? " What was measured until then is in \(folder.journal); 'bakeoff report \(folder.path)' shows it."
            : " Nothing had been measured yet."))
    }
    return Result(
      folder: folder, run: try JournalReader.load(folder.journal), stop: stop, isPostponed: !share.later.isEmpty)
  }

  private func carryOut(in folder: RunFolder, with client: HTTPClient, _ context: Context) async throws -> Stop? {
    let journal = try journal(in: folder, context)
    let quota = page.map { quotaAdmission(on: $0, run: folder.id) }
    let admission: any Admission = quota ?? pace(record.rate)
    await service(with: client).openConnections(min(record.concurrency, share.now.count))
    let start = context.clock.monotonic()
    try journal.write(.session(session(in: context)))
    if var calibration {
      calibration.session = number
      try journal.write(.calibration(calibration))
    }
    let progress = Progress(
      console: context.console, total: share.now.count, isQuiet: isQuiet, now: context.clock.monotonic)
    let drain = Drain()
    let runner = Runner(
      record: record, session: number, start: start,
      requests: RequestBuilder(
        record: record, endpoint: endpoint, key: key, attachments: .data(in: files)),
      admission: admission, journal: journal, clock: context.clock, send: client.send,
      tell: { event in
        progress.note(event)
        quota?.note(event)
      }, drain: drain, costLimit: costLimit, retries: RetryPolicy(retries: record.retries ?? 0), chance: context.chance)
    context.interruption.endOrderly {
      drain.begin()
      progress.sayFinishing()
      Task { await admission.close() }
    }
    defer { context.interruption.endOrderly(by: nil) }
    let drawing = Task { await progress.draw { await admission.waiting } }
    defer { drawing.cancel() }
    let stop = try await send(by: runner)
    await quota?.settle()
    try postpone(in: journal)
    try journal.flush()
    drawing.cancel()
    await drawing.value
    return stop
  }

  /// Warm-ups first, and no measured request before the last of them has ended.
  private func send(by runner: Runner) async throws -> Stop? {
    let attempted = earlier?.remainder.attempts ?? [:]
    _ = try await runner.run(share.now.filter(\.isWarmUp), attempted: attempted)
    return try await runner.run(
      share.now.filter { !$0.isWarmUp }, attempted: attempted, begun: earlier?.remainder.begun ?? [:])
  }

  /// Says of every trial that is left to another day why it was not sent.
  private func postpone(in journal: JournalWriter) throws {
    for trial in share.later where earlier?.remainder.attempts[trial.number] == nil {
      try journal.write(
        .trial(
          TrialRecord(
            trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
            contestant: record.contestants[trial.contestant].name, repetition: trial.repetition, attempts: 0,
            outcome: nil, notSent: BakeOff.quotaWords)))
    }
  }

  /// A new journal with its first line, or the earlier one with the lines that a crash took.
  private func journal(in folder: RunFolder, _ context: Context) throws -> JournalWriter {
    if let earlier, let journal = earlier.journal {
      for trial in earlier.remainder.unsettled { try journal.write(.trial(trial)) }
      return journal
    }
    let journal = try JournalWriter(
      creating: folder.journal, redactor: Redactor(keys: key.map { [$0] } ?? []), now: context.clock.monotonic)
    var record = record
    record.id = folder.id
    try journal.write(.run(record))
    return journal
  }

  private func newFolder(in context: Context) throws -> RunFolder {
    do {
      return try RunFolder.create(
        below: reports, time: Instant.folderText(milliseconds: context.wallMilliseconds()), suite: record.suite.name,
        random: { UInt16(truncatingIfNeeded: context.random()) })
    } catch let error as FileError {
      throw Failure(.cannotWrite, "The folder for reports cannot be used: \(error). Give another with '--reports DIR'.")
    }
  }

  private func service(with client: HTTPClient) -> Service {
    Service(endpoint: endpoint, key: key, send: client.send)
  }

  private func pace(_ rate: RequestRate?) -> any Admission {
    RateLimiter(bucket: rate.map(TokenBucket.init), clock: ContinuousClock())
  }

  /// Where every request is booked, the ledger keeps the pace, for all processes; else the run keeps its own too.
  private func quotaAdmission(on page: LedgerPage, run: String) -> QuotaAdmission<ContinuousClock> {
    let free = record.contestants.indices.filter { Lineup.drawsOnQuota(record.contestants[$0].model, at: endpoint) }
    let order = Order(account: page.account, run: run, rate: record.rate)
    return QuotaAdmission(
      pace: pace(free.count < record.contestants.count ? record.rate : nil),
      booking: LedgerAdmission(page.ledger, order, clock: ContinuousClock()), free: Set(free))
  }

  private var number: Int { earlier?.nextSession ?? 0 }

  private func session(in context: Context) -> SessionRecord {
    SessionRecord(
      session: number, wall: context.clock.wall, host: Context.hostName, boot: context.boot,
      proxy: HTTPClient.proxyHost(for: endpoint.base, environment: context.environment), transport: HTTPClient.version)
  }
}
