import Benchmark
import Support
import Testing
import Transport

@testable import Harness

@Suite(.timeLimit(.minutes(5))) struct RunnerTests {
  @Test func `a failed request stops no other`() async throws {
    let road = Road { model, _ in
      model == "a:free"
        ? .failed(.failed(TransportFailure(kind: .network, curlCode: 7, message: "connection refused by host:1")))
        : .stream
    }
    let (stop, run) = try await road.run()
    #expect(stop == nil)
    #expect(run.trials.count == 4)
    #expect(run.attempts.filter { $0.outcome.kind == .ok }.count == 2)
    let failures = run.attempts.filter { $0.contestant == "a:free" }.map(\.outcome)
    #expect(failures == [Outcome](repeating: failures[0], count: 2))
    let words = "connection refused by host:1"
    #expect(
      failures[0] == Outcome(.network, message: words, words: FailureWords(transport: words), curlCode: 7))
  }

  @Test(
    arguments: [
      (
        401, #"{"error":{"message":"User not found.","code":401}}"#, OutcomeClass.auth,
        "the endpoint wants a valid key (401: User not found.)"
      ),
      (
        402, #"{"error":{"message":"Insufficient credits","code":402}}"#, .payment,
        "the endpoint asks for payment (402: Insufficient credits)"
      ),
      (
        429, #"{"error":{"message":"Rate limit exceeded: free-models-per-day. ","code":429}}"#, .rateDay,
        "the quota of the day is spent (429: Rate limit exceeded: free-models-per-day. )"
      ),
    ])
  func `what every further request would meet stops the endpoint at once`(
    status: Int, body: String, kind: OutcomeClass, reason: String
  ) async throws {
    var record = RunRecord.sample
    record.concurrency = 1
    let road = Road(record) { _, _ in .response(body, status: status) }
    let (stop, run) = try await road.run()
    #expect(stop?.reason == reason)
    #expect(road.requests.count == 1)
    #expect(run.attempts.map(\.outcome.kind) == [kind])
    #expect(run.trials.map(\.notSent) == [nil, reason, reason, reason])
    #expect(run.trials.map(\.attempts) == [1, 0, 0, 0])
  }

  @Test(
    arguments: [
      (
        AdmissionRefused(resetsAt: "2026-11-21T00:00:00.000Z", words: "all 50 free requests of the day are booked"),
        "the quota of the day is spent (all 50 free requests of the day are booked); it is reset at "
          + "2026-11-21T00:00:00.000Z"
      ),
      (
        AdmissionRefused(.hold, resetsAt: nil, words: "the server has asked for a wait"),
        "the server has asked for a wait"
      ),
      (LedgerFailure.unusable("l.sqlite", "database or disk is full"), "the ledger of requests failed"),
    ] as [(any Error, String)])
  func `a refused admission ends the run once what is in flight has ended`(error: any Error, reason: String)
    async throws
  {
    let road = Road(admission: Turnstile(2, then: error)) { _, _ in
      for _ in 0..<50 { await Task.yield() }
      return .stream
    }
    let (stop, run) = try await road.run()
    #expect(stop?.reason == reason)
    #expect(run.attempts.map(\.outcome.kind) == [.ok, .ok])
    #expect(run.trials.map(\.notSent).sorted { $0 ?? "" < $1 ?? "" } == [nil, nil, reason, reason])
    let stops = road.events.filter { if case .stopped = $0 { true } else { false } }
    #expect(stops.count == 1)
  }

  @Test func `a busy minute and a busy model stop nothing`() async throws {
    let road = Road { model, _ in
      .response(
        model == "a:free"
          ? #"{"error":{"message":"Rate limit exceeded: free-models-per-min. ","code":429}}"#
          : #"{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"x is temporarily rate-limited upstream"}}}"#,
        status: 429)
    }
    let (stop, run) = try await road.run()
    #expect(stop == nil)
    #expect(Set(run.attempts.map(\.outcome.kind)) == [.rateMinute, .rateUpstream])
    #expect(run.trials.count == 4)
  }

  @Test func `cancelling ends what is in flight, and the rest is recorded as not sent`() async throws {
    var record = RunRecord.sample
    record.concurrency = 1
    let started = Gate()
    let road = Road(record) { _, _ in
      await started.open()
      try? await Task.sleep(for: .seconds(600))
      return .failed(.cancelled)
    }
    let work = Task { try await road.run() }
    await started.wait()
    work.cancel()
    let (stop, run) = try await work.value
    #expect(stop == .interrupted)
    #expect(run.attempts.map(\.outcome.kind) == [.cancelled])
    #expect(run.trials.map(\.notSent).filter { $0 == "the run was interrupted" }.count == 3)
  }

  @Test func `a journal that cannot be written ends the run`() async throws {
    let road = Road { _, _ in .stream }
    try AtomicFile.write("", to: road.folder.path("run.jsonl"), token: "t")
    await #expect(throws: FileError.self) { try await road.run() }
  }

  @Test func `an attachment that cannot be read ends the run although another request waits for its money`()
    async throws
  {
    var record = RunRecord.sample
    let file = FileFacts(path: "gone.png", bytes: 1, sha256: "00")
    record.suite.prompts = [
      Prompt(id: "picture", turns: [Turn(Content([.attachment(Attachment(.image, at: .file(file)))]))])
    ]
    let fault = AttachmentFault("The file gone.png is gone.")
    let road = Road(
      record, costBudget: CostBudget(CostLimit(limit: 1), worst: [1, 1]),
      attachments: AttachmentText { _ in throw fault }
    ) { _, _ in .stream }
    await #expect(throws: AttachmentFault.self) { try await road.run() }
    #expect(road.requests.isEmpty)
  }

  @Test func `when a run ends nobody waits for money any more`() async throws {
    let limit = CostLimit(limit: 1)
    let clock = RunClock(monotonic: { 0 }, continuous: { 0 }, wallMilliseconds: { 0 }, sleep: { _ in })
    _ = try #require(await limit.admit(1))
    let waiter = Task { await limit.admit(1) }
    while limit.waiting == 0 { await Task.yield() }
    RunEnd(of: ConcurrencyLimiter(width: 1), limit, clock: clock).close()
    #expect(await waiter.value == nil)
  }

  @Test func `each request of a conversation lays money aside for itself alone`() async throws {
    var record = RunRecord.sample
    record.suite.prompts = [Prompt(id: "talk", turns: ["one", "two", "three"].map { Turn(Content($0)) })]
    record.contestants.removeLast()
    let road = Road(record, costBudget: CostBudget(CostLimit(limit: 2.5), worst: [1])) { _, _ in .stream }
    let (stop, run) = try await road.run()
    #expect(
      stop?.reason == "another request could pass the limit of $2.50 ('--max-cost'); $2.00 are spent")
    #expect(run.attempts.map(\.place.turn) == [1, 2])
    #expect(run.trials.map(\.outcome) == [.cancelled])
  }

  @Test func `no more requests are in flight than the window allows`() async throws {
    var record = RunRecord.sample
    record.repetitions = 8
    record.concurrency = 3
    let road = Road(record) { _, _ in
      for _ in 0..<20 { await Task.yield() }
      return .stream
    }
    let (_, run) = try await road.run()
    #expect(run.attempts.count == 32)
    #expect(road.peak <= 3)
    #expect(road.peak > 1)
  }

  @Test func `an attempt is in the journal before its trial is reported finished`() async throws {
    let road = Road { _, _ in .stream }
    let (_, run) = try await road.run()
    let finished = road.events.filter { if case .finished = $0 { true } else { false } }
    #expect(finished.count == run.attempts.count)
    let lines = try road.folder.text("run.jsonl").split(separator: "\n").map { $0.prefix(17) }
    #expect(lines.filter { $0 == #"{"kind":"attempt""# }.count == 4)
  }

  @Test func `the key is sent and stored nowhere`() async throws {
    let key = "sk-test-0123456789"
    let road = Road { _, _ in
      .response(#"{"choices":[{"message":{"content":"your key is sk-test-0123456789"},"finish_reason":"stop"}]}"#)
    }
    let (_, run) = try await road.run(key: key)
    #expect(road.requests.allSatisfy { $0.headers.contains(HTTPHeader(name: "Authorization", value: "Bearer \(key)")) })
    #expect(!(try road.folder.text("run.jsonl")).contains(key))
    #expect(run.attempts.allSatisfy { $0.answer == "your key is [key removed]" })
  }

  @Test(arguments: [-36, -1, 5, 240] as [Int64])
  func `a wall clock that steps between two stamps changes labels and nothing else`(hours: Int64) async throws {
    let step = hours * 3_600_000
    var record = RunRecord.sample
    record.concurrency = 1
    let (_, steady) = try await Road(record) { _, _ in .stream }.run()
    let (_, stepped) = try await Road(record, wallStep: step) { _, _ in .stream }.run()
    #expect(stepped.attempts.map(\.timeline) == steady.attempts.map(\.timeline))
    #expect(stepped.attempts.allSatisfy { !$0.suspended })
    for metric in [Metric.latency, .timeToFirstToken, .queue] {
      #expect(metric.value(of: stepped.attempts) == metric.value(of: steady.attempts))
    }
    let labels = stepped.attempts.compactMap { Timestamp.milliseconds($0.wall) }
    let expected: [Int64] = [0, 1, 2, 3].map { (count: Int64) -> Int64 in Road.wall + count * step }
    #expect(labels == expected)
  }

  @Test func `an instant is read back as what it was written from`() {
    for milliseconds: Int64 in [0, 1_000, Road.wall, 253_402_300_799_000] {
      let text = Timestamp.text(milliseconds: milliseconds) ?? ""
      #expect(Timestamp.milliseconds(text) == milliseconds)
    }
    for text in ["", "soon", "2026-11-20"] { #expect(Timestamp.milliseconds(text) == nil) }
  }

  @Test func `an attempt during which the machine slept is marked`() async throws {
    var record = RunRecord.sample
    record.concurrency = 1
    let (_, run) = try await Road(record, sleepyModel: "a:free") { _, _ in .stream }.run()
    #expect(run.attempts.filter(\.suspended).map(\.contestant) == ["a:free", "a:free"])
  }
}

/// Lets so many pass and meets the next one with an error.
private actor Turnstile: Admission {
  private var left: Int
  private let error: any Error

  init(_ count: Int, then error: any Error) {
    left = count
    self.error = error
  }

  func admit(_ trial: Trial) async throws {
    if left == 0 { throw error }
    left -= 1
  }

  func admitAgain(_ trial: Trial) -> Bool { true }
  func hold(for time: Duration) {}
  func learn(limit: Int, window: Nanoseconds) {}
  func close() {}
  var waiting: Int { 0 }
}

/// Opens once.
private actor Gate {
  private var isOpen = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiters.append($0) }
  }
}
