internal import Benchmark
internal import Reporting

/// When something may be sent again: the day's free quota begins anew at midnight UTC, unless a server says otherwise.
struct QuotaReset: Sendable {
  private static let day: Int64 = 86_400_000

  /// Milliseconds since 1970.
  private var now: Int64
  /// What clocks on the wall show then.
  var local: LocalTime

  init(now: Int64, localTime: (Int64) -> LocalTime) {
    self.now = now
    local = localTime(now + QuotaReset.day - now % QuotaReset.day)
  }

  /// When a server says so, in milliseconds since 1970.
  init(at reset: Int64, in context: Context) {
    now = context.wallMilliseconds()
    local = context.localTime(reset)
  }

  init(in context: Context) {
    self.init(now: context.wallMilliseconds(), localTime: context.localTime)
  }

  /// Nanoseconds.
  var wait: Nanoseconds {
    max(local.milliseconds.subtractingSaturated(now), 0).multipliedSaturated(by: .perMillisecond)
  }

  /// Whether anybody comes back for it: a server may name a year that nobody sees.
  var isSoon: Bool { wait <= Nanoseconds.longestWait }

  /// As in `01:00 CET (00:00 UTC), in 5 h 12 min`.
  var words: String {
    let text = LocalTime(milliseconds: local.milliseconds, offset: 0, zone: "UTC").text
    return (local.offset == 0 ? text : "\(local.text) (\(text))") + ", in \(DurationText.short(wait))"
  }
}
