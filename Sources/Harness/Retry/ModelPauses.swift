internal import Benchmark

/// Which contestants are left alone, since their providers are busy, and until when.
///
/// Instants are on the monotonic clock.
struct ModelPauses: Hashable, Sendable {
  private struct Pause: Hashable {
    /// How often in a row the provider turned requests away; those of one crowd are one time.
    var rounds = 0
    /// When the last round was over: what left before then belongs to it.
    var since: Nanoseconds = .min
    var until: Nanoseconds = .min
    /// Why the rest is not sent at all.
    var end: String?
  }

  private var pauses: [Pause]

  init(contestants: Int) {
    pauses = Array(repeating: Pause(), count: contestants)
  }

  /// How long a contestant is still left alone; nil when it is not.
  func rest(of contestant: Int, at now: Nanoseconds) -> Nanoseconds? {
    let until = pauses[contestant].until
    return until > now ? until - now : nil
  }

  /// Why nothing more is sent to it; nil as long as something may be.
  func end(of contestant: Int) -> String? { pauses[contestant].end }

  /// Counts a request that was turned away, and answers how often in a row that has happened.
  mutating func turnedAway(_ contestant: Int, admitted: Nanoseconds, ended: Nanoseconds) -> Int {
    if admitted >= pauses[contestant].since {
      pauses[contestant].rounds += 1
      pauses[contestant].since = ended
    }
    return pauses[contestant].rounds
  }

  /// The provider takes requests again.
  mutating func served(_ contestant: Int) {
    pauses[contestant].rounds = 0
  }

  mutating func pause(_ contestant: Int, until: Nanoseconds) {
    pauses[contestant].until = max(pauses[contestant].until, until)
  }

  mutating func close(_ contestant: Int, because reason: String) {
    pauses[contestant].end = pauses[contestant].end ?? reason
  }
}
