internal import Benchmark
internal import Reporting

/// When the day's free quota begins anew: at midnight UTC.
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

  init(in context: Context) {
    self.init(now: context.wallMilliseconds(), localTime: context.localTime)
  }

  /// Nanoseconds.
  var wait: Nanoseconds { (local.milliseconds - now) * Nanoseconds.perMillisecond }

  /// As in `01:00 CET (00:00 UTC), in 5 h 12 min`.
  var words: String {
    (local.offset == 0 ? "00:00 UTC" : "\(local.text) (00:00 UTC)") + ", in \(DurationText.short(wait))"
  }
}
