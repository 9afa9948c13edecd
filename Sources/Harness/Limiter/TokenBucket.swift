package import Benchmark

/// How many requests may leave in any window: a generic cell rate algorithm, whose whole state is one instant.
///
/// With limit L per window W and burst b the refill interval is ⌈W ÷ (L − b + 1)⌉. A window that opens on a full
/// bucket then sees b grants and at most L − b more before it closes, so no half-open window of length W, wherever it
/// begins, holds more than L. Instants are nanoseconds on a clock that never steps back, counted from a start of the
/// caller's choice, never negative.
package struct TokenBucket: Hashable, Sendable {
  package private(set) var limit: Int
  package private(set) var window: Nanoseconds
  package private(set) var burst: Int
  private var interval: Nanoseconds
  /// When the bucket would be full again: beside its limit all that has to be kept of it.
  package private(set) var full: Nanoseconds = 0

  /// The limit and the window must be positive; the burst is brought into 1…limit.
  package init(limit: Int, window: Nanoseconds, burst: Int = 1) {
    self.limit = max(limit, 1)
    self.window = max(window, 1)
    self.burst = min(max(burst, 1), self.limit)
    interval = TokenBucket.interval(self.limit, self.window, self.burst)
  }

  /// Goes on where another bucket of the same limit was when it was `full`, brought within what one can owe at `now`.
  package init(limit: Int, window: Nanoseconds, burst: Int = 1, full: Nanoseconds, at now: Nanoseconds) {
    self.init(limit: limit, window: window, burst: burst)
    self.full = min(max(full, 0), now.addingSaturated(owed(self.burst)))
  }

  package init(_ rate: RequestRate) {
    self.init(limit: rate.limit, window: rate.window)
  }

  private static func interval(_ limit: Int, _ window: Nanoseconds, _ burst: Int) -> Nanoseconds {
    let refills = Nanoseconds(limit - burst + 1)
    return (window - 1) / refills + 1
  }

  /// Takes a token and answers nil, or answers how long to wait before asking again: nothing is reserved.
  package mutating func take(at now: Nanoseconds) -> Nanoseconds? {
    let earliest = full.subtractingSaturated(owed(burst - 1))
    guard now >= earliest else { return earliest - now }
    spend(at: now)
    return nil
  }

  /// Takes a token whether it is there or not; where it is not, one more than the limit may fall into a window.
  package mutating func spend(at now: Nanoseconds) {
    full = max(full, now).addingSaturated(interval)
  }

  /// The time in which so many tokens come, at most 292 years.
  private func owed(_ tokens: Int) -> Nanoseconds { Nanoseconds(tokens).multipliedSaturated(by: interval) }

  /// How long it takes at least until a token is there for someone before whom so many others take one.
  package func wait(at now: Nanoseconds, behind others: Int) -> Nanoseconds {
    max(max(full - now, 0).addingSaturated(owed(others - burst + 1)), 0)
  }

  /// Goes on under another limit: what has been spent stays spent, so the change itself grants nothing.
  ///
  /// A window that spans the change holds at most the larger of the two limits, a later one at most the new one.
  package mutating func change(limit: Int, window: Nanoseconds, burst: Int = 1, at now: Nanoseconds) {
    var next = TokenBucket(limit: limit, window: window, burst: burst)
    let debt = max(full - now, 0)
    let owed = debt.addingSaturated(interval - 1) / interval
    let withheld = owed + Nanoseconds(max(next.burst - self.burst, 0))
    next.full = now.addingSaturated(withheld.multipliedSaturated(by: next.interval))
    self = next
  }
}
