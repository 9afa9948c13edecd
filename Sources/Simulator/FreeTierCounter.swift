/// One account's requests to free models, counted over whole windows and whole UTC days.
///
/// Refused requests count too: accounts were seen at "used 1060" of a limit of 1000.
struct FreeTierCounter: Sendable {
  /// What the counter says to one more request; `reset` is in Unix milliseconds.
  enum Verdict: Hashable, Sendable {
    case admitted
    case perMinute(reset: Int64)
    case perDay(reset: Int64)
  }

  private static let day: Int64 = 86_400_000

  private var window = Count()
  private var today = Count()

  /// Counts a request that arrives at `now` (Unix milliseconds), whatever becomes of it.
  mutating func count(at now: Int64, under tier: FreeTier) -> Verdict {
    let inWindow = window.add(at: now, length: tier.window)
    let inDay = today.add(at: now, length: Self.day)
    if inDay > tier.perDay { return .perDay(reset: today.end) }
    return inWindow > tier.perMinute ? .perMinute(reset: window.end) : .admitted
  }

  /// The requests counted on the UTC day of `now` (Unix milliseconds).
  func usedToday(at now: Int64) -> Int {
    now < today.end ? today.requests : 0
  }

  /// The requests of one window that begins at a whole multiple of its length.
  private struct Count {
    var end: Int64 = 0
    var requests = 0

    mutating func add(at now: Int64, length: Int64) -> Int {
      if now >= end {
        end = (now / length + 1) * length
        requests = 0
      }
      requests += 1
      return requests
    }
  }
}
