import Benchmark
import Harness
import Support
import Testing

private let second = Nanoseconds.perSecond

/// Waiting for the ledger's leave, on a clock that a test moves.
@Suite(.timeLimit(.minutes(5))) struct LedgerAdmissionTests {
  let bench = LedgerBench()
  let clock = ManualClock()

  private func admission(_ ledger: Ledger, _ rate: RequestRate? = .openRouterFree) -> LedgerAdmission<ManualClock> {
    LedgerAdmission(ledger, .made(rate), clock: clock)
  }

  private func pass(_ nanoseconds: Nanoseconds) {
    bench.pass(nanoseconds)
    clock.advance(by: .nanoseconds(nanoseconds))
  }

  /// Lets time pass half a second at a time, as often as someone sleeps.
  private func passHalves(_ count: Int) async throws {
    for _ in 0..<count {
      try await clock.waitForSleepers(count: 1)
      pass(second / 2)
    }
  }

  @Test func `a used-up day refuses with the time at which it ends`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 1, limit: 50, of: LedgerBench.account)
    let admission = admission(ledger, nil)
    try await admission.admit(.any)
    let refused = await #expect(throws: AdmissionRefused.self) { try await admission.admit(.any) }
    #expect(refused?.words == "all 50 free requests of the day are booked")
    #expect(refused?.resetsAt == "2026-11-21T00:00:00.000Z")
  }

  @Test func `a hold that is longer than anybody waits refuses at once, in every process, with its end`() async throws {
    let admission = admission(try bench.open())
    await admission.hold(for: .seconds(3 * 3_600))
    bench.pass(3_600 * second)
    let refused = await #expect(throws: AdmissionRefused.self) {
      try await self.admission(bench.open(), nil).admit(.any)
    }
    #expect(refused?.cause == .hold)
    #expect(refused?.resetsAt == "2026-11-20T15:00:00.000Z")
    #expect(
      refused?.words == "the server has asked for a wait until 2026-11-20T15:00:00.000Z, which is longer than 120 s")
    #expect(try await bench.open().today(of: LedgerBench.account).booked == 0)
    bench.pass((2 * 3_600 - 120) * second)
    let waiter = Task { try await admission.admit(.any) }
    try await passHalves(240)
    try await waiter.value
  }

  @Test func `what leaves again at once is booked before all who wait, unless the day is used up`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 2, limit: 50, of: LedgerBench.account)
    let admission = admission(ledger)
    try await admission.admit(.any)
    #expect(await admission.admitAgain(.any))
    #expect(try await ledger.today(of: LedgerBench.account).booked == 2)
    #expect(await admission.admitAgain(.any) == false)
    #expect(try await ledger.today(of: LedgerBench.account).booked == 2)
  }

  @Test func `nothing leaves at once while a server wants to be left alone`() async throws {
    let admission = admission(try bench.open())
    await admission.hold(for: .seconds(10))
    #expect(await admission.admitAgain(.any) == false)
  }

  @Test func `a closed admission sends those away who come, and who wait half a second later`() async throws {
    let ledger = try bench.open()
    let admission = admission(ledger)
    try await admission.admit(.any)
    let waiter = Task { try await admission.admit(.any) }
    try await clock.waitForSleepers(count: 1)
    #expect(await admission.waiting == 1)
    await admission.close()
    pass(second / 2)
    await #expect(throws: CancellationError.self) { try await waiter.value }
    await #expect(throws: CancellationError.self) { try await admission.admit(.any) }
    #expect(try await ledger.today(of: LedgerBench.account).booked == 1)
  }

  @Test func `a cancelled waiter books nothing and leaves the line`() async throws {
    let ledger = try bench.open()
    let admission = admission(ledger)
    try await admission.admit(.any)
    let waiter = Task { try await admission.admit(.any) }
    try await clock.waitForSleepers(count: 1)
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    bench.pass(10 * second)
    #expect(try await ledger.book(.made()) == .booked)
    #expect(try await ledger.today(of: LedgerBench.account).booked == 2)
  }

  @Test func `a waiter asks again as often as it is told, and leaves when its time has come`() async throws {
    let admission = admission(try bench.open(), RequestRate(limit: 20, window: 60 * second))
    try await admission.admit(.any)
    let waiter = Task { try await admission.admit(.any) }
    try await passHalves(6)
    try await waiter.value
    #expect(bench.now.continuous == (86_400 + 3) * second)
    #expect(await admission.waiting == 0)
  }

  @Test func `a learned limit is kept for the rest of the run, a hold by all`() async throws {
    let ledger = try bench.open()
    let admission = admission(ledger)
    await admission.learn(limit: 60, window: 60 * second)
    try await admission.admit(.any)
    await admission.hold(for: .seconds(3))
    let waiter = Task { try await admission.admit(.any) }
    try await passHalves(6)
    try await waiter.value
    #expect(
      try await ledger.quota(of: LedgerBench.account, at: nil).window?.rate
        == RequestRate(limit: 60, window: 60 * second))
  }

  @Test func `what became of requests is written down when asked`() async throws {
    let ledger = try bench.open()
    let admission = admission(ledger, nil)
    try await admission.admit(.any)
    admission.note(.ok)
    #expect(try await ledger.quota(of: LedgerBench.account, at: nil).runs.first?.outcomes == ["": 1])
    await admission.settle()
    #expect(try await ledger.quota(of: LedgerBench.account, at: nil).runs.first?.outcomes == ["ok": 1])
  }

  @Test func `a server that calls the day used up is believed by all, whatever it counts`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 40, limit: 50, of: LedgerBench.account)
    let admission = admission(ledger, nil)
    try await admission.admit(.any)
    admission.note(.rateDay)
    await admission.settle()
    #expect(try await ledger.quota(of: LedgerBench.account, at: nil).runs.first?.outcomes == ["rate_day": 1])
    await #expect(throws: AdmissionRefused.self) { try await self.admission(bench.open(), nil).admit(.any) }
    try await ledger.note(remaining: 38, limit: 50, of: LedgerBench.account)
    #expect(try await ledger.today(of: LedgerBench.account).remaining == 0)
    bench.pass(12 * 3_600 * second)
    try await self.admission(ledger, nil).admit(.any)
  }

  @Test func `what does not draw on the quota passes beside the ledger, at the run's pace`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 1, limit: 50, of: LedgerBench.account)
    let pace = RateLimiter(bucket: TokenBucket(limit: 6, window: 60 * second), clock: clock)
    let quota = QuotaAdmission(pace: pace, booking: admission(ledger, nil), free: [0])
    try await quota.admit(.any)
    let waiter = Task { try await quota.admit(.paid) }
    try await clock.waitForSleepers(count: 1)
    #expect(await quota.waiting == 1)
    pass(10 * second)
    try await waiter.value
    #expect(try await ledger.today(of: LedgerBench.account).booked == 1)
    pass(10 * second)
    await #expect(throws: AdmissionRefused.self) { try await quota.admit(.any) }
    await quota.close()
    await #expect(throws: CancellationError.self) { try await quota.admit(.paid) }
  }

  @Test func `only what was booked is noted`() async throws {
    let ledger = try bench.open()
    let quota = QuotaAdmission(
      pace: RateLimiter(bucket: nil, clock: clock), booking: admission(ledger, nil), free: [0])
    for trial in [Trial.any, .any, .paid] { try await quota.admit(trial) }
    for trial in [Trial.any, .paid] { quota.note(.finished(trial, .sample)) }
    await quota.settle()
    #expect(try await ledger.quota(of: LedgerBench.account, at: nil).runs.first?.outcomes == ["ok": 1, "": 1])
  }
}

extension Trial {
  /// The ledger's admission does not ask which one it is.
  fileprivate static let any = Trial(number: 0, block: 0, prompt: 0, contestant: 0, repetition: 1)
  fileprivate static let paid = Trial(number: 1, block: 0, prompt: 0, contestant: 1, repetition: 1)
}
