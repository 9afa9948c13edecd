internal import Benchmark
internal import Harness
internal import Transport

/// One process's share of a run on its way: what all of its requests go by, to contestants and to judges.
struct Session: Sendable {
  /// From 0.
  let number: Int
  let endpoint: Endpoint
  let key: APIKey?
  /// Where attachments are read.
  let files: SuiteFolder
  let journal: JournalWriter
  let client: HTTPClient
  let isQuiet: Bool
  let context: Context
  /// The monotonic instant that its stamps count from.
  private let start: Nanoseconds
  private let pace: any Admission
  /// Nil books none.
  private let booking: LedgerAdmission<ContinuousClock>?

  /// Begins with a line in the journal.
  ///
  /// - Throws: `FileError`.
  init(
    _ number: Int, of record: RunRecord, named run: String, at endpoint: Endpoint, key: APIKey?, files: SuiteFolder,
    page: LedgerAccount?, journal: JournalWriter, client: HTTPClient,
    authorities: [AuthorityRecord] = [], isQuiet: Bool, in context: Context
  ) throws {
    self.number = number
    self.endpoint = endpoint
    self.key = key
    self.files = files
    self.journal = journal
    self.client = client
    self.isQuiet = isQuiet
    self.context = context
    pace = Session.pace(record.rate)
    booking = page.map { page in
      LedgerAdmission(
        page.ledger, BookingRequest(account: page.account, run: run, rate: record.rate), clock: ContinuousClock())
    }
    start = context.clock.monotonic()
    try journal.write(
      .session(
        SessionRecord(
          session: number, wall: context.clock.wall, host: Context.hostName, boot: context.boot,
          proxy: HTTPClient.proxyHost(for: endpoint.base, environment: context.environment),
          transport: HTTPClient.version, authorities: authorities)))
  }

  /// Writes down as its own what a cache answers.
  ///
  /// - Throws: `FileError`.
  func keep(_ recall: CachedAnswers) throws {
    try recall.write(
      to: journal, session: number, wall: context.clock.wall, at: context.clock.monotonic() - start)
  }

  /// Sends trials and returns when all are settled: warm-ups first, and no other before the last of them has ended.
  ///
  /// What comes of them is written to `lines`. What was asked before counts, and what was answered is not asked
  /// again. A `cache` keeps the answers. Where it `beginsWithOne`, nothing else leaves before the first request has ended.
  /// - Returns: Why not all were sent; nil when they were.
  /// - Throws: `FileError`, `AttachmentFault`.
  func send(
    _ trials: [Trial], of record: RunRecord, after beginnings: TrialProgress = TrialProgress(), into lines: any Journal,
    costBudget: CostBudget?, cache: AnswerCache? = nil, beginsWithOne: Bool = false
  ) async throws -> Stop? {
    let quota = quotaAdmission(for: record.contestants)
    let admission: any Admission = quota ?? pace
    let progress = Progress(
      console: context.console, total: trials.count, isQuiet: isQuiet, now: context.clock.monotonic)
    let shutdown = ShutdownSignal()
    let runner = Runner(
      record: record, session: number, start: start,
      requests: RequestBuilder(record: record, endpoint: endpoint, key: key, attachments: .data(in: files)),
      admission: admission, journal: lines, clock: context.clock, send: client.send,
      tell: { event in
        progress.note(event)
        quota?.note(event)
      }, shutdown: shutdown, costBudget: costBudget, retries: RetryPolicy(retries: record.retries ?? 0),
      jitter: context.jitter,
      cache: cache, beginsWithOne: beginsWithOne)
    context.interruption.endOrderly {
      shutdown.begin()
      progress.sayFinishing()
      Task { await admission.close() }
    }
    defer { context.interruption.endOrderly(by: nil) }
    let drawing = Task { await progress.draw { await admission.waiting } }
    defer { drawing.cancel() }
    _ = try await runner.run(trials.filter(\.isWarmUp), after: beginnings)
    let stop = try await runner.run(trials.filter { !$0.isWarmUp }, after: beginnings)
    await quota?.settle()
    drawing.cancel()
    await drawing.value
    return stop
  }

  /// Where every request is booked, the ledger keeps the pace, for all processes; else the run keeps its own too.
  private func quotaAdmission(for contestants: [Contestant]) -> QuotaAdmission<ContinuousClock>? {
    booking.map { booking in
      let free = contestants.indices.filter { CatalogueCheck.drawsOnQuota(contestants[$0].model, at: endpoint) }
      let isBooked = free.count == contestants.count
      return QuotaAdmission(pace: isBooked ? Session.pace(nil) : pace, booking: booking, free: Set(free))
    }
  }

  private static func pace(_ rate: RequestRate?) -> any Admission {
    RateLimiter(bucket: rate.map(TokenBucket.init), clock: ContinuousClock())
  }
}
