import Benchmark
import Harness
import Testing

/// Grants that a bucket gave, and the limit in force at each.
private struct Grant {
  var at: Nanoseconds
  var limit: Int
}

private let second = Nanoseconds.perSecond

@Suite struct TokenBucketTests {
  @Test(
    arguments: [
      (limit: 1, window: 60, burst: 1, interval: 60), (limit: 20, window: 60, burst: 1, interval: 3),
      (limit: 20, window: 60, burst: 20, interval: 60), (limit: 6, window: 10, burst: 3, interval: 3),
    ])
  func `after its burst the bucket refills once an interval`(limit: Int, window: Int, burst: Int, interval: Int) {
    var bucket = TokenBucket(limit: limit, window: Nanoseconds(window) * second, burst: burst)
    for _ in 0..<burst { #expect(bucket.take(at: 0) == nil) }
    let wait = bucket.take(at: 0) ?? 0
    #expect(wait == (Nanoseconds(window) * second - 1) / Nanoseconds(limit - burst + 1) + 1)
    #expect(abs(wait - Nanoseconds(interval) * second) < second)
    #expect(bucket.take(at: wait - 1) == 1)
    #expect(bucket.take(at: wait) == nil)
  }

  @Test func `a waiter that wakes hours late finds one burst and not the hours' worth`() {
    var bucket = TokenBucket(limit: 20, window: 60 * second, burst: 4)
    for _ in 0..<4 { _ = bucket.take(at: 0) }
    let late = 7_200 * second
    let grants = (0..<100).filter { _ in bucket.take(at: late) == nil }.count
    #expect(grants == 4)
  }

  @Test func `limits that make no sense are brought to the nearest that does`() {
    #expect(TokenBucket(limit: 0, window: 0, burst: 0) == TokenBucket(limit: 1, window: 1, burst: 1))
    #expect(TokenBucket(limit: 5, window: 9, burst: 70) == TokenBucket(limit: 5, window: 9, burst: 5))
  }

  @Test func `no half-open window holds more than the limit, whatever arrives when`() {
    for seed in 0..<UInt64(400) { floodAndIdle(SeededGenerator(seed: seed)) }
  }

  private func floodAndIdle(_ generator: SeededGenerator) {
    var random = generator
    let limit = [1, 2, 7, 18, 20, 50][random.next(below: 6)]
    let burst = [1, limit, 1 + random.next(below: limit)][random.next(below: 3)]
    let window = Nanoseconds([1, 10, 60][random.next(below: 3)]) * second + Nanoseconds(random.next(below: 1000))
    var bucket = TokenBucket(limit: limit, window: window, burst: burst)
    let grants = simulate(&bucket, &random, changes: false)
    #expect(grants.count >= burst)
    expectWithinLimit(grants, window: window)
  }

  @Test func `a limit that changes while some wait is kept in every window, the larger where both were in force`() {
    let window = 60 * second
    for seed in 0..<UInt64(400) {
      var random = SeededGenerator(seed: seed)
      var bucket = TokenBucket(limit: 20, window: window, burst: 1 + random.next(below: 20))
      expectWithinLimit(simulate(&bucket, &random, changes: true), window: window)
    }
  }

  /// Random arrivals: floods, idle spells, early retries, and sleepers that wake late by nothing, seconds or hours.
  private func simulate(_ bucket: inout TokenBucket, _ random: inout SeededGenerator, changes: Bool) -> [Grant] {
    var now: Nanoseconds = Nanoseconds(random.next(below: 1000))
    var grants: [Grant] = []
    for _ in 0..<300 {
      if changes && random.next(below: 12) == 0 {
        let limit = 1 + random.next(below: 30)
        bucket.change(limit: limit, window: bucket.window, burst: 1 + random.next(below: limit), at: now)
      }
      if let wait = bucket.take(at: now) {
        now +=
          [wait, wait, wait / 2, wait + Nanoseconds(random.next(below: 5_000_000_000)), wait + 7_200 * second][
            random.next(below: 5)]
      } else {
        grants.append(Grant(at: now, limit: bucket.limit))
        now += [0, 0, 0, Nanoseconds(random.next(below: 3_000_000_000)), 3_600 * second][random.next(below: 5)]
      }
    }
    return grants
  }

  /// A fullest window begins at a grant; within it the largest limit in force bounds the count.
  private func expectWithinLimit(_ grants: [Grant], window: Nanoseconds) {
    for (index, first) in grants.enumerated() {
      let inside = grants[index...].prefix { $0.at < first.at + window }
      let before = index > 0 ? grants[index - 1].limit : 0
      let limit = max(inside.map(\.limit).max() ?? 0, before)
      #expect(inside.count <= limit, "\(inside.count) grants in a window of limit \(limit)")
    }
  }
}
