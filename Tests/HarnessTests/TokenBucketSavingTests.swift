import Benchmark
import Harness
import Testing

private let second = Nanoseconds.perSecond

/// A bucket that is kept as one number between two processes.
@Suite struct TokenBucketSavingTests {
  @Test func `a bucket that was saved and restored at any step grants what one that was not grants`() {
    for seed in 0..<UInt64(100) {
      var random = SeededGenerator(seed: seed)
      var kept = TokenBucket(limit: 20, window: 60 * second, burst: 1 + random.next(below: 20))
      var saved = kept
      var now: Nanoseconds = 0
      for _ in 0..<100 {
        saved = TokenBucket(limit: 20, window: 60 * second, burst: saved.burst, full: saved.full, at: now)
        #expect(kept.take(at: now) == saved.take(at: now))
        now += Nanoseconds(random.next(below: 4_000_000_000))
      }
    }
  }

  @Test(
    arguments: [
      (full: -5 * second, wait: 0), (full: 5 * second, wait: 0), (full: 12 * second, wait: 2 * second),
      (full: .max, wait: 3 * second),
    ] as [(Nanoseconds, Nanoseconds)])
  func `a number that no bucket can have had is brought within reason`(full: Nanoseconds, wait: Nanoseconds) {
    let bucket = TokenBucket(limit: 20, window: 60 * second, full: full, at: 10 * second)
    #expect(bucket.wait(at: 10 * second, behind: 0) == wait)
  }

  @Test func `who stands behind others waits until they have taken theirs`() {
    for burst in [1, 2, 5] {
      var bucket = TokenBucket(limit: 20, window: 60 * second, burst: burst)
      for _ in 0..<3 { _ = bucket.take(at: 7 * second) }
      for others in 0..<10 {
        var ahead = bucket
        var now = 8 * second
        for _ in 0..<others { while let wait = ahead.take(at: now) { now += wait } }
        #expect(bucket.wait(at: 8 * second, behind: others) == (ahead.take(at: now) ?? 0) + now - 8 * second)
      }
    }
  }
}
