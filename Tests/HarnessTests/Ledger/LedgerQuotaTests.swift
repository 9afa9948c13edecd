import Benchmark
import Harness
import Testing

private let second = Nanoseconds.perSecond

/// What is left, and who spent it.
@Suite(.timeLimit(.minutes(5))) struct LedgerQuotaTests {
  let bench = LedgerBench()
  let account = LedgerBench.account

  @Test func `an account that was never used has all of a minute, and nobody knows its day`() async throws {
    let quota = try await bench.open().quota(of: account, at: .openRouterFree)
    #expect(quota.window == Quota.Window(rate: .openRouterFree, booked: 0, next: 0, clears: 0))
    #expect(quota.day == DayCount(limit: nil, booked: 0, elsewhere: 0))
    #expect(quota.runs.isEmpty)
    #expect(try await bench.open().accounts(at: .openRouter).isEmpty)
  }

  @Test func `a window counts what is younger than itself, before a restart by the wall clock`() async throws {
    let rate = RequestRate(limit: 6, window: 60 * second)
    var ledger = try bench.open()
    _ = try await ledger.book(.made(rate))
    bench.pass(20 * second)
    _ = try await ledger.book(.made(rate))
    bench.pass(4 * second)
    #expect(
      try await ledger.quota(of: account, at: nil).window
        == Quota.Window(rate: rate, booked: 2, next: 6 * second, clears: 56 * second))
    bench.restart(as: "second")
    ledger = try bench.open()
    #expect(
      try await ledger.quota(of: account, at: nil).window
        == Quota.Window(rate: rate, booked: 2, next: 10 * second, clears: 26 * second))
    bench.pass(20 * second)
    #expect(try await ledger.quota(of: account, at: nil).window?.booked == 1)
  }

  @Test func `where nothing limits an account there is no window, and a hold is told beside it`() async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made(nil))
    #expect(try await ledger.quota(of: account, at: nil).window == nil)
    #expect(try await ledger.quota(of: account, at: .openRouterFree).window?.booked == 1)
    #expect(try await ledger.quota(of: account, at: nil).held == 0)
    try await ledger.hold(account, for: 90 * second)
    bench.pass(20 * second)
    #expect(try await ledger.quota(of: account, at: nil).held == 70 * second)
  }

  @Test func `runs are told with what became of their requests, the latest first`() async throws {
    let ledger = try bench.open()
    for _ in 0..<3 { _ = try await ledger.book(.made(nil, run: "older")) }
    for _ in 0..<2 { _ = try await ledger.book(.made(nil, run: "newer")) }
    try await ledger.settle(["ok", "rate_minute", "ok"], of: "older")
    try await ledger.settle(["ok"], of: "newer")
    try await ledger.settle(["ok"], of: "no such run")
    #expect(
      try await ledger.quota(of: account, at: nil).runs == [
        Quota.Spending(run: "newer", requests: 2, outcomes: ["ok": 1, "": 1]),
        Quota.Spending(run: "older", requests: 3, outcomes: ["ok": 2, "rate_minute": 1]),
      ])
    #expect(try await ledger.accounts(at: .openRouter) == [account])
  }
}
