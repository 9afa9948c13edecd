import Benchmark
import Support
import Synchronization
import Testing
import Transport

@testable import Harness

/// Whole runs in which something fails and passes: who is sent again, when, and what is recorded of it.
@Suite(.timeLimit(.minutes(5))) struct RetryingRunTests {
  private let clock = ManualClock()

  /// One prompt to each model, one request at a time.
  private func record(_ models: [String] = ["a:free"], prompts: Int = 1, concurrency: Int = 1) -> RunRecord {
    var record = RunRecord.sample
    record.suite.prompts = PromptList((1...prompts).map { Prompt(id: "p\($0)", text: "Question \($0)?") })
    record.contestants = models.map { Contestant(name: $0, model: $0, endpoint: "host") }
    record.concurrency = concurrency
    return record
  }

  /// Answers with failures first, the same for every trial, and then with an answer; nobody is answered before as many
  /// trials as are to be asked `together` have been.
  private func road(
    _ record: RunRecord? = nil, retries: Int = 2, jitter: Double = 0, failing failures: [Exchange],
    of failing: String = "a:free",
    together: Int = 1, admission: (any Admission)? = nil
  ) -> Road {
    let asked = Mutex<[String: Int]>([:])
    return Road(
      record ?? self.record(), admission: admission ?? RateLimiter(bucket: nil, clock: clock), clock: clock,
      retries: retries, jitter: jitter
    ) { model, prompt in
      let time = asked.withLock { asked in
        asked[model + prompt, default: 0] += 1
        return asked[model + prompt, default: 0]
      }
      while asked.withLock({ $0.count }) < together { await Task.yield() }
      return model == failing && time <= failures.count ? failures[time - 1] : .stream
    }
  }

  private static let busy = Exchange.response(
    #"{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"x is rate-limited upstream"}}}"#,
    status: 429)
  /// Half a minute before the reset.
  private static let minute = Exchange.response(
    #"{"error":{"message":"Rate limit exceeded: free-models-per-min. ","code":429}}"#, status: 429,
    headers: [
      HTTPHeader(name: "Date", value: "Fri, 20 Nov 2026 03:15:00 GMT"),
      HTTPHeader(name: "X-RateLimit-Remaining", value: "0"),
      HTTPHeader(name: "X-RateLimit-Reset", value: "1795144530000"),
    ])
  private static let broken = Exchange.response(#"{"error":{"message":"no","code":500}}"#, status: 500)

  @Test func `a failure that passes is sent again, and its wait is in no latency`() async throws {
    let road = road(failing: [.response("", status: 503, headers: [HTTPHeader(name: "Retry-After", value: "7")])])
    async let run = road.run()
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(7))
    let attempts = try await run.run.attempts
    #expect(attempts.map(\.attempt) == [1, 2])
    #expect(attempts.map(\.outcome.kind) == [.http5xx, .ok])
    #expect(attempts[0].retry == RetryRecord(again: true, wait: 7 * Nanoseconds.perSecond, scope: .model))
    #expect(Metric.retry.value(of: attempts) == 7000)
    #expect(Metric.wall.value(of: attempts) == 7000)
    #expect(Metric.latency.value(of: attempts) == 0)
    let trials = try await run.run.trials
    #expect(trials.map(\.attempts) == [2])
    #expect(trials.map(\.outcome) == [.ok])
  }

  @Test func `no more attempts are made than are allowed, and the last one counts`() async throws {
    let road = road(failing: Array(repeating: Self.broken, count: 9))
    // Chance is 0 here, and so is every back-off.
    let (stop, run) = try await road.run()
    #expect(stop == nil)
    #expect(run.attempts.map(\.attempt) == [1, 2, 3])
    #expect(run.attempts.map(\.retry?.again) == [true, true, false])
    #expect(run.attempts.last?.retry?.reason == "all 3 attempts are used up")
    #expect(run.trials.map(\.outcome) == [.http5xx])
  }

  @Test func `without retries everything is sent once`() async throws {
    let road = road(record(prompts: 3), retries: 0, failing: [Self.broken])
    #expect(try await road.run().run.attempts.count == 3)
  }

  @Test func `a run sends again no more than its budget holds`() async throws {
    let road = road(record(prompts: 20), failing: [Self.broken])
    let (_, run) = try await road.run()
    #expect(run.attempts.count == 30)
    #expect(run.attempts.count { $0.retry?.reason == "the run has sent again as much as it may" } == 10)
    #expect(run.trials.count { $0.outcome == .ok } == 10)
  }

  @Test func `who waits for the minute's reset takes nothing from the budget`() async throws {
    let road = road(record(prompts: 20, concurrency: 20), failing: [Self.minute, Self.broken], together: 20)
    async let run = road.run()
    try await clock.waitForSleepers(count: 20)
    clock.advance(by: .seconds(30))
    let attempts = try await run.run.attempts
    #expect(attempts.count { $0.outcome.kind == .rateMinute && $0.retry?.again == true } == 20)
    #expect(attempts.count { $0.outcome.kind == .http5xx && $0.retry?.again == true } == 10)
  }

  @Test func `every attempt passes the admission`() async throws {
    let limiter = RateLimiter(bucket: TokenBucket(limit: 1, window: 10 * Nanoseconds.perSecond), clock: clock)
    let road = road(failing: [Self.broken, Self.broken], admission: limiter)
    async let run = road.run()
    for _ in 0..<2 {
      try await clock.waitForSleepers(count: 1)
      clock.advance(by: .seconds(10))
    }
    let attempts = try await run.run.attempts
    #expect(attempts.map { $0.timeline.admitted / Nanoseconds.perSecond } == [0, 10, 20])
    #expect(Metric.queue.value(of: attempts) == 10_000)
  }

  @Test func `a back-off gives its place to others`() async throws {
    let road = road(record(prompts: 3), jitter: 0.5, failing: [Self.broken])
    async let run = road.run()
    // All three are sent although none is answered and only one may be in flight.
    try await clock.waitForSleepers(count: 3)
    clock.advance(by: .milliseconds(500))
    let attempts = try await run.run.attempts
    #expect(road.peak == 1)
    #expect(attempts.map { $0.timeline.admitted / Nanoseconds.perMillisecond } == [0, 0, 0, 500, 500, 500])
  }

  /// Busy for the first ten seconds.
  private func busyRoad(_ record: RunRecord, of busy: String = "a:free", _ refusal: Exchange = busy) -> Road {
    let clock = clock
    return Road(record, admission: RateLimiter(bucket: nil, clock: clock), clock: clock, retries: 2) { model, _ in
      model == busy && clock.now.offset < .seconds(10) ? refusal : .stream
    }
  }

  @Test func `a model whose provider is busy steps aside, and the others go on`() async throws {
    let road = busyRoad(record(["a:free", "b:free"], prompts: 4))
    async let run = road.run()
    for pause in [5, 15] {
      // The trial that was turned away, and those that have not begun.
      try await clock.waitForSleepers(count: 2)
      clock.advance(by: .seconds(pause))
    }
    let attempts = try await run.run.attempts
    let times = Dictionary(grouping: attempts, by: \.contestant)
      .mapValues { $0.map { $0.timeline.admitted / Nanoseconds.perSecond } }
    #expect(times["b:free"] == [0, 0, 0, 0])
    #expect(times["a:free"] == [0, 5, 20, 20, 20, 20])
    #expect(attempts.filter { $0.contestant == "a:free" && $0.outcome.kind == .ok }.count == 4)
  }

  @Test func `a minute that is used up holds everybody until its reset by the server's clock`() async throws {
    let road = busyRoad(record(["a:free", "b:free"], prompts: 2), Self.minute)
    async let run = road.run()
    try await clock.waitForSleepers(count: 2)
    clock.advance(by: .seconds(29))
    let sent = road.requests.count
    clock.advance(by: .seconds(1))
    let attempts = try await run.run.attempts
    #expect(sent < 4)
    #expect(attempts.count { $0.timeline.admitted < 30 * Nanoseconds.perSecond } == sent)
    #expect(attempts.count { $0.outcome.kind == .rateMinute } == 1)
    #expect(attempts.count == 5)
  }

  @Test func `a limit that the server names is kept from then on and told`() async throws {
    var record = record()
    record.endpoints[0].rate = "18/min"
    let limiter = RateLimiter(bucket: TokenBucket(limit: 18, window: 60 * Nanoseconds.perSecond), clock: clock)
    var refusal = Self.minute
    refusal.headers.append(HTTPHeader(name: "X-RateLimit-Limit", value: "16"))
    let road = road(record, failing: [refusal, refusal], admission: limiter)
    async let run = road.run()
    for _ in 0..<2 {
      try await clock.waitForSleepers(count: 1)
      clock.advance(by: .seconds(30))
    }
    let (_, told) = try await run
    let limits = [
      LimitRecord(
        session: 0, wall: "2026-11-20T03:15:00.000Z", endpoint: "host", allowed: 16, before: "18/min", after: "14/min")
    ]
    #expect(told.limits == limits)
    #expect(road.events.compactMap { if case .limited(let limit) = $0 { limit } else { nil } } == limits)
  }

  @Test(
    arguments: [
      ("10/min", 16, nil), ("18/min", 20, nil), ("20/min", 20, "18/min"), ("8/s", 20, "18/min"), (nil, 16, "14/min"),
      ("18/min", 1, "1/min"),
    ] as [(String?, Int, String?)])
  func `a limit never makes a run faster than it was planned`(planned: String?, named: Int, pace: String?) async throws
  {
    var record = record()
    record.endpoints[0].rate = planned
    let refusal = Exchange.response(
      #"{"error":{"message":"free-models-per-min.","code":429}}"#, status: 429,
      headers: [HTTPHeader(name: "X-RateLimit-Limit", value: "\(named)")])
    let (_, run) = try await road(record, retries: 0, failing: [refusal]).run()
    #expect(run.limits.map(\.after) == [pace].compactMap(\.self))
  }

  @Test func `a server that wants everybody to wait for a day ends the run with its first request`() async throws {
    let day = Exchange.response("", status: 429, headers: [HTTPHeader(name: "Retry-After", value: "86400")])
    let (stop, run) = try await road(record(prompts: 3), failing: [day]).run()
    let reason =
      "the server asks for a wait of 86400 s, until 2026-11-21T03:15:00.000Z, which is longer than 120 s"
    #expect(stop?.reason == reason)
    #expect(run.trials.map(\.notSent) == [nil, reason, reason])
  }

  @Test func `a provider that wants to be left alone for an hour is, and the others go on`() async throws {
    let hour = Exchange.response(
      #"{"error":{"message":"Provider returned error","code":429}}"#, status: 429,
      headers: [HTTPHeader(name: "Retry-After", value: "3600")])
    let (stop, run) = try await road(record(["a:free", "b:free"], prompts: 3), failing: [hour]).run()
    #expect(stop == nil)
    #expect(run.attempts.filter { $0.outcome.kind == .ok }.map(\.contestant) == ["b:free", "b:free", "b:free"])
    #expect(run.attempts.count == 4)
    #expect(run.trials.count { $0.notSent?.contains("a wait of 3600 s, until 2026-11-20T04:15:00.000Z") == true } == 2)
  }

  @Test(arguments: [true, false])
  func `a drain and a cancellation end back-offs at once, and the trials are recorded as they stand`(
    drains: Bool
  ) async throws {
    let road = busyRoad(record(prompts: 2))
    let work = Task { try await road.run() }
    try await clock.waitForSleepers(count: 2)
    if drains { road.shutdown.begin() } else { work.cancel() }
    let (stop, run) = try await work.value
    #expect(stop == .interrupted)
    #expect(run.attempts.map(\.outcome.kind) == [.rateUpstream])
    #expect(run.trials.map(\.outcome) == [.rateUpstream, nil])
    #expect(run.trials.map(\.notSent) == [nil, "the run was interrupted"])
    #expect(ResumeState(of: run).trials.count == 2)
  }

  @Test func `the attempts of earlier sessions are counted on, and take nothing away from this one`() async throws {
    let road = road(failing: Array(repeating: Self.broken, count: 9))
    let (_, run) = try await road.run(attempted: [0: 3])
    #expect(run.attempts.map(\.attempt) == [4, 5, 6])
    #expect(run.trials.map(\.attempts) == [6])
  }
}
