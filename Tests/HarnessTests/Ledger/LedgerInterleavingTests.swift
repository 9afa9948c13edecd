import Benchmark
import Harness
import Testing

private let second = Nanoseconds.perSecond

/// Several processes' connections on one file, in any order of events.
@Suite(.timeLimit(.minutes(5))) struct LedgerInterleavingTests {
  /// A request that left: when, and on which UTC day.
  private struct Grant {
    var at: Nanoseconds
    var day: Int64
  }

  /// One process: its connection, and the ticket it waits with.
  private struct Process {
    var ledger: Ledger
    var ticket: Int64?
  }

  @Test(arguments: UInt64(0)..<24)
  func `no window and no day holds more than its limit, whoever asks, dies, sleeps or sets the clock`(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(seed: seed)
    let bench = LedgerBench()
    let rate = RequestRate(limit: [2, 6, 18][random.next(below: 3)], window: 60 * second)
    var processes = try (0..<4).map { _ in Process(ledger: try bench.open()) }
    try await processes[0].ledger.note(remaining: 40, limit: 40, of: LedgerBench.account)
    var grants: [Grant] = []
    for _ in 0..<400 {
      let index = random.next(below: processes.count)
      if random.next(below: 30) == 0 { processes[index] = Process(ledger: try bench.open()) }
      let answer = try await processes[index].ledger.book(.made(rate), ticket: processes[index].ticket)
      processes[index].ticket = answer.ticket
      if answer == .booked { grants.append(Grant(at: bench.now.continuous, day: bench.now.day)) }
      happen(&random, bench, wait: answer.wait)
    }
    #expect(grants.count > 10)
    expectWithinLimits(grants, rate)
    let booked = try await processes[0].ledger.quota(of: LedgerBench.account, at: nil).runs.map(\.requests).reduce(0, +)
    #expect(booked == grants.filter { $0.day == bench.now.day }.count)
  }

  private func happen(_ random: inout SeededGenerator, _ bench: LedgerBench, wait: Nanoseconds?) {
    switch random.next(below: 40) {
    case 0: bench.pass(3_600 * second)
    case 1: bench.stepWall(hours: Double(random.next(below: 40)) - 20)
    case 2...8: bench.pass(Nanoseconds(random.next(below: 4_000_000_000)))
    case 9...30: bench.pass(wait ?? 0)
    default: break
    }
  }

  private func expectWithinLimits(_ grants: [Grant], _ rate: RequestRate) {
    for (index, first) in grants.enumerated() {
      let inside = grants[index...].prefix { $0.at < first.at + rate.window }.count
      #expect(inside <= rate.limit, "\(inside) requests in a window of \(rate)")
    }
    for (day, sent) in Dictionary(grouping: grants, by: \.day) {
      #expect(sent.count <= 40, "\(sent.count) requests on day \(day)")
    }
  }

  @Test func `everybody who waits is served once in a round`() async throws {
    let bench = LedgerBench()
    var processes = try (0..<8).map { _ in Process(ledger: try bench.open()) }
    var served: [Int] = []
    while served.count < 24 {
      for index in processes.indices {
        let answer = try await processes[index].ledger.book(.made(), ticket: processes[index].ticket)
        processes[index].ticket = answer.ticket
        if answer == .booked { served.append(index) }
      }
      bench.pass(second / 4)
    }
    #expect(served == [0, 1, 2, 3, 4, 5, 6, 7] + [0, 1, 2, 3, 4, 5, 6, 7] + [0, 1, 2, 3, 4, 5, 6, 7])
  }
}
