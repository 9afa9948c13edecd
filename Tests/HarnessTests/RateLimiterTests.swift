import Benchmark
import Harness
import Support
import Synchronization
import Testing

private let second = Nanoseconds.perSecond

/// The order in which waiters left.
private final class Dispatcher: Sendable {
  private let list = Mutex<[Int]>([])
  var order: [Int] { list.withLock { $0 } }
  func note(_ waiter: Int) { list.withLock { $0.append(waiter) } }
}

@Suite(.timeLimit(.minutes(5))) struct RateLimiterTests {
  let clock = ManualClock()

  private func limiter(_ limit: Int, per window: Int, burst: Int = 1) -> RateLimiter<ManualClock> {
    RateLimiter(
      bucket: TokenBucket(limit: limit, window: Nanoseconds(window) * second, burst: burst), clock: clock)
  }

  /// Lets one more come, and expects it to leave after so long and not a nanosecond before.
  private func expectNext(of limiter: RateLimiter<ManualClock>, after wait: Duration) async throws {
    let departures = Dispatcher()
    let next = Task {
      try await limiter.admit()
      departures.note(1)
    }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: wait - .nanoseconds(1))
    try await clock.waitForSleepers(count: 1)
    #expect(departures.order.isEmpty)
    clock.advance(by: .nanoseconds(1))
    try await next.value
    #expect(departures.order == [1])
  }

  @Test func `a cancelled waiter leaves without a token and the next takes its place`() async throws {
    let limiter = limiter(1, per: 10)
    try await limiter.admit()
    let first = Task { try await limiter.admit() }
    try await clock.waitForSleepers(count: 1)
    let second = Task { try await limiter.admit() }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(10))
    try await second.value
  }

  @Test func `a closed limiter sends those away who wait and those who come`() async throws {
    let limiter = limiter(1, per: 10)
    try await limiter.admit()
    let waiting = [Task { try await limiter.admit() }, Task { try await limiter.admit() }]
    try await clock.waitForSleepers(count: 1)
    await limiter.close()
    for waiter in waiting {
      await #expect(throws: CancellationError.self) { try await waiter.value }
    }
    await #expect(throws: CancellationError.self) { try await limiter.admit() }
  }

  @Test func `waiters leave in the order in which they came, one an interval`() async throws {
    let limiter = limiter(6, per: 60)
    let departures = Dispatcher()
    try await limiter.admit()
    var waiters: [Task<Void, any Error>] = []
    for number in 0..<5 {
      waiters.append(
        Task {
          try await limiter.admit()
          departures.note(number)
        })
      await limiter.waitForLine(of: number + 1)
    }
    for number in 0..<5 {
      try await clock.waitForSleepers(count: 1)
      #expect(departures.order == Array(0..<number))
      clock.advance(by: .seconds(10))
      try await waiters[number].value
    }
    #expect(departures.order == [0, 1, 2, 3, 4])
  }

  @Test func `a sleeper that wakes hours late takes one token and no more`() async throws {
    let limiter = limiter(2, per: 60)
    try await limiter.admit()
    let late = Task { try await limiter.admit() }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(7_200))
    try await late.value
    try await expectNext(of: limiter, after: .seconds(30))
  }

  @Test func `without a bucket all leave at once, until a limit is learned`() async throws {
    let limiter = RateLimiter(bucket: nil, clock: clock)
    for _ in 0..<100 { try await limiter.admit() }
    await limiter.learn(limit: 6, window: 60 * second)
    try await limiter.admit()
    try await expectNext(of: limiter, after: .seconds(10))
  }

  @Test func `a hold holds those who wait and those who come, and a shorter one does not end it`() async throws {
    let limiter = limiter(6, per: 60)
    try await limiter.admit()
    let departures = Dispatcher()
    let waiter = Task {
      try await limiter.admit()
      departures.note(1)
    }
    try await clock.waitForSleepers(count: 1)
    await limiter.hold(for: .seconds(30))
    await limiter.hold(for: .seconds(20))
    clock.advance(by: .seconds(29))
    try await clock.waitForSleepers(count: 1)
    #expect(departures.order.isEmpty)
    clock.advance(by: .seconds(1))
    try await waiter.value
    #expect(departures.order == [1])
  }

  @Test func `whoever waits asks again at once when the limit changes`() async throws {
    let limiter = limiter(1, per: 86_400)
    try await limiter.admit()
    let departures = Dispatcher()
    let waiter = Task {
      try await limiter.admit()
      departures.note(1)
    }
    try await clock.waitForSleepers(count: 1)
    await limiter.learn(limit: 20, window: 60 * second)
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(2))
    try await clock.waitForSleepers(count: 1)
    #expect(departures.order.isEmpty)
    clock.advance(by: .seconds(1))
    try await waiter.value
    #expect(departures.order == [1])
  }
}

extension RateLimiter {
  fileprivate func waitForLine(of count: Int) async {
    while waiting < count { await Task.yield() }
  }
}
