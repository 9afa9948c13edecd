internal import Benchmark

/// When the day's free quota begins anew: at midnight UTC.
struct QuotaReset: Sendable {
  private static let day: Int64 = 86_400_000

  /// Milliseconds since 1970.
  var now: Int64

  /// As in `after 00:00 UTC, in 5 h 12 min`.
  var words: String {
    let wait = (QuotaReset.day - now % QuotaReset.day) * Nanoseconds.perMillisecond
    return "after 00:00 UTC, in \(DurationText.short(wait))"
  }
}
