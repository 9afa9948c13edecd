internal import Benchmark

/// How fast an account's requests may leave, as all processes know it.
///
/// Instants count from the start of the machine. At another start there is no telling how long it was off, so what was
/// owed is owed in full: at most the time that one request takes, or the rest of a hold.
struct SharedPace: Hashable, Sendable {
  /// Longer holds than this are mistakes.
  private static let longestHold = 86_400 * Nanoseconds.perSecond

  /// The rate that `full` was counted at; nil before the first request that had one.
  private(set) var rate: RequestRate?
  private(set) var full: Nanoseconds = 0
  private(set) var heldUntil: Nanoseconds = 0
  private(set) var stamp: Nanoseconds
  private(set) var boot: String

  init(rate: RequestRate?, full: Nanoseconds, heldUntil: Nanoseconds, stamp: Nanoseconds, boot: String) {
    self.rate = rate
    self.full = full
    self.heldUntil = heldUntil
    self.stamp = stamp
    self.boot = boot
  }

  init(at moment: LedgerTime) {
    stamp = moment.continuous
    boot = moment.boot
  }

  /// Whether the instants are of the clock that a moment was read from.
  func isOfStart(of moment: LedgerTime) -> Bool { moment.boot == boot && moment.continuous >= stamp }

  /// The same pace, told by the clock of this start of the machine.
  func told(at moment: LedgerTime) -> SharedPace {
    var pace = self
    if !isOfStart(of: moment) {
      pace.full = moment.continuous + max(full - stamp, 0)
      pace.heldUntil = moment.continuous + max(heldUntil - stamp, 0)
    }
    pace.heldUntil = min(pace.heldUntil, moment.continuous + SharedPace.longestHold)
    pace.stamp = moment.continuous
    pace.boot = moment.boot
    return pace
  }

  /// How long nothing may leave, whatever the rate.
  var hold: Nanoseconds { max(heldUntil - stamp, 0) }

  /// How long someone waits at least before whom so many others wait.
  func wait(under asked: RequestRate?, behind others: Int) -> Nanoseconds {
    let paced = asked.map { bucket(under: $0).wait(at: stamp, behind: others) } ?? 0
    return max(paced, hold)
  }

  /// Takes what `wait` has found to be there.
  mutating func take(under asked: RequestRate?) {
    guard let asked else { return }
    var bucket = bucket(under: asked)
    _ = bucket.take(at: stamp)
    rate = asked
    full = bucket.full
  }

  /// Lets nothing leave for so long.
  mutating func hold(for time: Nanoseconds) {
    heldUntil = max(heldUntil, stamp + min(max(time, 0), SharedPace.longestHold))
  }

  private func bucket(under asked: RequestRate) -> TokenBucket {
    let last = rate ?? asked
    var bucket = TokenBucket(limit: last.limit, window: last.window, full: full, at: stamp)
    if asked != last { bucket.change(limit: asked.limit, window: asked.window, at: stamp) }
    return bucket
  }
}
