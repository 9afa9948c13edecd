import Benchmark
import Harness
import Testing

private let second = Nanoseconds.perSecond
/// 18 a minute, one at a time.
private let interval = 60 * second / 18 + 1

/// Booking, and waiting in line across processes.
@Suite(.timeLimit(.minutes(5))) struct LedgerBookingTests {
  let bench = LedgerBench()

  @Test func `the first request leaves at once, the next one an interval later, whichever process sends it`()
    async throws
  {
    let (one, other) = (try bench.open(), try bench.open())
    #expect(try await one.book(.made()) == .booked)
    let answer = try await other.book(.made())
    #expect(answer.wait == second / 2)
    bench.pass(interval - 1)
    #expect(try await other.book(.made(), ticket: answer.ticket).wait == 2 * Nanoseconds.perMillisecond)
    bench.pass(1)
    #expect(try await other.book(.made(), ticket: answer.ticket) == .booked)
    #expect(try await one.today(of: LedgerBench.account).booked == 2)
  }

  @Test func `who came first is served first, whoever asks more often`() async throws {
    let (one, other) = (try bench.open(), try bench.open())
    _ = try await one.book(.made())
    let first = try await one.book(.made())
    let second = try await other.book(.made())
    bench.pass(interval - 1)
    #expect(try await one.book(.made(), ticket: first.ticket).ticket == first.ticket)
    bench.pass(1)
    #expect(try await other.book(.made(), ticket: second.ticket).ticket == second.ticket)
    #expect(try await other.book(.made()).ticket != second.ticket)
    #expect(try await one.book(.made(), ticket: first.ticket) == .booked)
  }

  @Test func `a waiter that died holds nobody up for longer than a second and a half`() async throws {
    let (one, other) = (try bench.open(), try bench.open())
    _ = try await one.book(.made())
    bench.pass(interval - 1)
    _ = try await one.book(.made())
    let heir = try await other.book(.made())
    bench.pass(3 * second / 2)
    #expect(try await other.book(.made(), ticket: heir.ticket).ticket == heir.ticket)
    bench.pass(1)
    #expect(try await other.book(.made(), ticket: heir.ticket) == .booked)
  }

  @Test func `a waiter that was only slow has its place again`() async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made())
    let slow = try await ledger.book(.made())
    bench.pass(seconds: 2)
    let other = try await ledger.book(.made())
    #expect(try await ledger.book(.made(), ticket: slow.ticket).ticket == slow.ticket)
    bench.pass(interval)
    #expect(try await ledger.book(.made(), ticket: slow.ticket) == .booked)
    #expect(try await ledger.book(.made(), ticket: other.ticket).ticket == other.ticket)
  }

  @Test func `who leaves the line makes room at once`() async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made())
    let first = try await ledger.book(.made())
    let second = try await ledger.book(.made())
    bench.pass(interval)
    try await ledger.leave(first.ticket)
    #expect(try await ledger.book(.made(), ticket: second.ticket) == .booked)
  }

  @Test func `accounts and endpoints do not wait for each other`() async throws {
    let ledger = try bench.open()
    let origin = try Endpoint("https://elsewhere.example").origin
    _ = try await ledger.book(.made())
    for account in [Account(origin: .openRouter, name: "yours"), Account(origin: origin, name: "mine")] {
      #expect(try await ledger.book(BookingRequest(account: account, run: "run", rate: .openRouterFree)) == .booked)
    }
  }

  @Test func `without a limit in any window nobody waits, and all is counted`() async throws {
    let ledger = try bench.open()
    for _ in 0..<30 { #expect(try await ledger.book(.made(nil)) == .booked) }
    #expect(try await ledger.today(of: LedgerBench.account).booked == 30)
  }

  @Test(arguments: [-36.0, -0.01, 0.01, 36])
  func `a wall clock that steps makes nobody leave earlier or later`(hours: Double) async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made())
    bench.stepWall(hours: hours)
    bench.pass(interval - second / 4)
    let waiting = try await ledger.book(.made())
    #expect(waiting.wait == second / 4)
    bench.pass(second / 4)
    #expect(try await ledger.book(.made(), ticket: waiting.ticket) == .booked)
    #expect(try await ledger.quota(of: LedgerBench.account, at: nil).window?.booked == 2)
  }

  @Test func `a hold holds every process`() async throws {
    let (one, other) = (try bench.open(), try bench.open())
    try await one.hold(LedgerBench.account, for: 20 * second)
    var answer = try await other.book(.made())
    #expect(answer.wait == second / 2)
    bench.pass(seconds: 19.75)
    answer = try await other.book(.made(), ticket: answer.ticket)
    #expect(answer.wait == second / 4)
    #expect(try await one.book(.made(nil)).wait == second / 4)
    bench.pass(seconds: 0.25)
    #expect(try await other.book(.made(), ticket: answer.ticket) == .booked)
  }

  @Test func `a limit that one process learns holds in all where it is stricter, until the day ends`() async throws {
    let (one, other) = (try bench.open(), try bench.open())
    let learned = RequestRate(limit: 6, window: 60 * second)
    try await one.learn(learned, of: LedgerBench.account)
    #expect(try await other.book(.made()) == .booked)
    bench.pass(interval)
    #expect(try await other.book(.made()).wait == second / 2)
    bench.pass(10 * second - interval)
    let stricter = RequestRate(limit: 1, window: 60 * second)
    #expect(try await other.book(.made(stricter)) == .booked)
    bench.pass(30 * second)
    #expect(try await other.book(.made(stricter)).wait == second / 2)
    bench.stepWall(hours: 13)
    bench.pass(70 * second)
    #expect(try await other.book(.made()) == .booked)
    bench.pass(interval)
    #expect(try await other.book(.made()) == .booked)
  }

  @Test func `after a restart of the machine what was owed is owed in full`() async throws {
    _ = try await bench.open().book(.made())
    bench.pass(second)
    try await bench.open().hold(LedgerBench.account, for: 10 * second)
    bench.restart(as: "second")
    let ledger = try bench.open()
    let answer = try await ledger.book(.made())
    #expect(answer.wait == second / 2)
    bench.pass(seconds: 9.75)
    #expect(try await ledger.book(.made(), ticket: answer.ticket).wait == second / 4)
    bench.pass(seconds: 0.25)
    #expect(try await ledger.book(.made(), ticket: answer.ticket) == .booked)
  }

  @Test func `hours of sleep save up no requests`() async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made())
    bench.pass(seconds: 7_200)
    #expect(try await ledger.book(.made()) == .booked)
    #expect(try await ledger.book(.made()).wait != nil)
  }
}
