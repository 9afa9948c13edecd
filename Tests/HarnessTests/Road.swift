import Benchmark
import Harness
import Support
import Synchronization
import Transport

/// A whole run over a pretended transport: what is sent to it and what it answers is up to the test.
final class Road: Sendable {
  typealias Answer = @Sendable (_ model: String, _ prompt: String) async -> Exchange

  let folder = TemporaryFolder()
  let record: RunRecord
  private let answer: Answer
  private let state = Mutex((requests: [HTTPRequest](), events: [RunEvent](), inFlight: 0, peak: 0, time: Int64(0)))
  /// The model during whose requests the machine sleeps for a minute.
  private let sleepyModel: String?
  private let sleep = Mutex<Int64>(0)
  /// Milliseconds that somebody sets the wall clock on, or back, during each request.
  private let wallStep: Int64
  private let admission: any Admission
  /// Moved by the test; nil for a clock that moves by itself.
  private let clock: ManualClock?
  private let retries: RetryPolicy
  private let jitter: Double
  private let costBudget: CostBudget?
  private let attachments: AttachmentText?
  let shutdown = ShutdownSignal()

  var requests: [HTTPRequest] { state.withLock { $0.requests } }
  var events: [RunEvent] { state.withLock { $0.events } }
  var peak: Int { state.withLock { $0.peak } }

  init(
    _ record: RunRecord = .sample, sleepyModel: String? = nil, wallStep: Int64 = 0,
    admission: any Admission = RateLimiter(bucket: nil, clock: ContinuousClock()), clock: ManualClock? = nil,
    retries: Int = 0, jitter: Double = 0, costBudget: CostBudget? = nil, attachments: AttachmentText? = nil,
    answer: @escaping Answer
  ) {
    self.record = record
    self.admission = admission
    self.clock = clock
    self.retries = RetryPolicy(retries: retries)
    self.jitter = jitter
    self.costBudget = costBudget
    self.attachments = attachments
    self.sleepyModel = sleepyModel
    self.wallStep = wallStep
    self.answer = answer
  }

  /// Each reading of the clock is a microsecond after the one before, unless the test moves it.
  func tick() -> Int64 {
    if let clock { return clock.now.offset.nanoseconds }
    return state.withLock { state in
      state.time += 1_000
      return state.time
    }
  }

  /// 2026-11-20T03:15:00Z.
  static let wall: Int64 = 1_795_144_500_000

  private var runClock: RunClock {
    RunClock(
      monotonic: { self.tick() }, continuous: { self.tick() + self.sleep.withLock { $0 } },
      wallMilliseconds: { self.wall },
      sleep: { try await self.pass($0) })
  }

  private var wall: Int64 {
    Road.wall + Int64(requests.count) * wallStep + (clock?.now.offset.nanoseconds ?? 0) / Nanoseconds.perMillisecond
  }

  private func pass(_ nanoseconds: Int64) async throws {
    if let clock { return try await clock.sleep(for: .nanoseconds(nanoseconds)) }
    state.withLock { $0.time += nanoseconds }
  }

  func run(key: String? = nil, attempted: [Int: Int] = [:]) async throws -> (stop: Stop?, run: Run) {
    let path = folder.path("run.jsonl")
    let secret = key.flatMap { APIKey($0) }
    let journal = try JournalWriter(creating: path, redactor: Redactor(keys: secret.map { [$0] } ?? []), now: { 0 })
    try journal.write(.run(record))
    let runner = Runner(
      record: record, session: 0, start: 0,
      requests: RequestBuilder(
        record: record, endpoint: try Endpoint("http://127.0.0.1:1/v1"), key: secret, attachments: attachments),
      admission: admission, journal: journal,
      clock: runClock, send: { await self.send($0) },
      tell: { event in self.state.withLock { $0.events.append(event) } }, shutdown: shutdown, costBudget: costBudget,
      retries: retries,
      jitter: { self.jitter })
    let stop = try await runner.run(record.plan.trials, after: TrialProgress(attempts: attempted))
    return (stop, try JournalReader.load(path))
  }

  private func send(_ request: HTTPRequest) async -> Exchange {
    state.withLock { state in
      state.requests.append(request)
      state.inFlight += 1
      state.peak = max(state.peak, state.inFlight)
    }
    defer { state.withLock { $0.inFlight -= 1 } }
    let body = String(decoding: request.body, as: UTF8.self)
    let model = record.contestants.first { body.contains("\"\($0.model)\"") }?.model ?? ""
    let prompt = record.suite.prompts.first { body.contains("\"\($0.text)\"") }?.id ?? ""
    if model == sleepyModel { sleep.withLock { $0 += 60_000_000_000 } }
    var exchange = await answer(model, prompt)
    if let clock { exchange.shift(by: clock.now.offset.nanoseconds) }
    return exchange
  }

  /// Returns when so many requests have been sent.
  func waitForRequests(_ count: Int) async {
    while requests.count < count { await Task.yield() }
  }
}

extension Exchange {
  /// The same, ended at an instant of a clock that stands still meanwhile.
  fileprivate mutating func shift(by time: Int64) {
    (started, ended) = (time, time)
    (sent, headersComplete, firstByte) = (
      sent.map { _ in time }, headersComplete.map { _ in time }, firstByte.map { _ in time }
    )
    reads = reads.map { Read(at: time, end: $0.end) }
  }
}

extension Exchange {
  /// A response whose body came in one read, 50 ms after it was sent.
  static func response(
    _ body: String, status: Int = 200, headers: [HTTPHeader] = [], ending: Ending = .complete
  ) -> Exchange {
    var exchange = Exchange(started: 1_000_000, ended: 60_000_000, ending: ending)
    exchange.status = status
    exchange.httpVersion = "1.1"
    exchange.headers = headers
    exchange.body = Array(body.utf8)
    exchange.sent = 2_000_000
    exchange.headersComplete = 3_000_000
    exchange.firstByte = 52_000_000
    exchange.reads = [Read(at: 52_000_000, end: body.utf8.count)]
    exchange.reused = false
    return exchange
  }

  static let stream = response(
    """
    data: {"id":"gen-1","model":"m","provider":"P","choices":[{"delta":{"content":"Canberra"}}]}

    data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":2}}

    data: [DONE]


    """)

  var text: String { String(decoding: body, as: UTF8.self) }

  static func failed(_ ending: Ending) -> Exchange { Exchange(started: 1, ended: 9, ending: ending) }
}
