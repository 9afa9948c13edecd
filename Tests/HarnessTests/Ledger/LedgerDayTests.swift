import Benchmark
import Harness
import Testing

/// The day's count, the server's beside it, and wall clocks that step.
@Suite(.timeLimit(.minutes(5))) struct LedgerDayTests {
  let bench = LedgerBench()
  let account = LedgerBench.account

  /// How many of so many requests are booked.
  private func spend(_ count: Int, _ ledger: Ledger) async throws -> Int {
    var booked = 0
    for _ in 0..<count where try await ledger.book(.made(nil)) == .booked { booked += 1 }
    return booked
  }

  @Test func `a day that is used up says until when`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 50, limit: 50, of: account)
    #expect(try await spend(60, ledger) == 50)
    #expect(
      try await ledger.book(.made())
        == .spent(DayCount(limit: 50, booked: 50, elsewhere: 0), until: 1_795_219_200_000))
    bench.pass(seconds: 12 * 3_600)
    #expect(try await ledger.book(.made()) == .booked)
  }

  @Test(arguments: [
    (own: 10, remaining: 45, left: 40), (own: 5, remaining: 30, left: 30), (own: 0, remaining: 0, left: 0),
    (own: 3, remaining: 50, left: 47),
  ])
  func `what is left is the smaller of the server's count and our own`(own: Int, remaining: Int, left: Int) async throws
  {
    let ledger = try bench.open()
    _ = try await spend(own, ledger)
    try await ledger.note(remaining: remaining, limit: 50, of: account)
    #expect(try await ledger.today(of: account).remaining == left)
    #expect(try await spend(60, ledger) == left)
  }

  @Test func `a server whose count lags takes nothing back that was made elsewhere`() async throws {
    let ledger = try bench.open()
    _ = try await spend(5, ledger)
    try await ledger.note(remaining: 35, limit: 50, of: account)
    _ = try await spend(20, ledger)
    try await ledger.note(remaining: 35, limit: 50, of: account)
    #expect(try await ledger.today(of: account) == DayCount(limit: 50, booked: 25, elsewhere: 10))
  }

  @Test func `a count that the server had of the day before is corrected by its next one`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 0, limit: 50, of: account)
    #expect(try await spend(1, ledger) == 0)
    try await ledger.note(remaining: 50, limit: 50, of: account)
    #expect(try await spend(60, ledger) == 50)
  }

  @Test(arguments: [(-1, 50), (51, 50), (5, -1), (1, 2_000_000_000)])
  func `counts that make no sense are not heard`(remaining: Int, limit: Int) async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: remaining, limit: limit, of: account)
    #expect(try await ledger.today(of: account).limit == nil)
  }

  @Test(arguments: [
    [-13.0], [-1, 1], [12.5, -12.5], [12.5, -1], [36, -36], [36, -24], [-240, 240], [240, -240, 0], [-13, 26, -13],
  ])
  func `a wall clock that steps by hours makes no day longer`(steps: [Double]) async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 50, limit: 50, of: account)
    var labels: [Int64: Int] = [:]
    for step in [0] + steps {
      bench.stepWall(hours: step)
      labels[bench.now.day, default: 0] += try await spend(30, ledger)
      bench.pass(seconds: 1)
    }
    #expect(labels.values.allSatisfy { $0 <= 50 })
    bench.stepWall(hours: -steps.reduce(0, +))
    labels[bench.now.day, default: 0] += try await spend(60, ledger)
    #expect(labels.values.reduce(0, +) == 50, "no more was sent on what was one day all the time")
  }

  @Test func `a wall clock that went back over midnight and a restart resets no day`() async throws {
    let ledger = try bench.open()
    try await ledger.note(remaining: 50, limit: 50, of: account)
    bench.stepWall(hours: 12.5)
    #expect(try await spend(50, ledger) == 50)
    bench.restart(as: "second")
    bench.stepWall(hours: -1)
    #expect(try await spend(1, try bench.open()) == 0)
  }

  @Test func `bookings older than forty days are forgotten, others not, whatever the wall clock says`() async throws {
    var ledger = try bench.open()
    _ = try await spend(5, ledger)
    bench.stepWall(hours: 41 * 24)
    ledger = try bench.open()
    bench.stepWall(hours: -41 * 24)
    #expect(try await ledger.today(of: account).booked == 5)
    bench.pass(seconds: 41 * 86_400)
    ledger = try bench.open()
    bench.stepWall(hours: -41 * 24)
    #expect(try await ledger.today(of: account).booked == 0)
  }
}
