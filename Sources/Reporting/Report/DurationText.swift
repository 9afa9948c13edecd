package import Benchmark

/// Lengths of time for people.
package enum DurationText {
  /// `48 s`, `3 min 17 s`, `2 h 5 min`.
  package static func short(_ duration: Nanoseconds) -> String {
    let seconds = duration.addingSaturated(Nanoseconds.perSecond / 2) / Nanoseconds.perSecond
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return joined(seconds / 60, "min", seconds % 60, "s") }
    return joined(seconds / 3600, "h", seconds % 3600 / 60, "min")
  }

  /// The same with a tenth of a second where that matters: `0.4 s`, `3.8 s`, `48 s`.
  static func fine(_ duration: Nanoseconds) -> String {
    duration < 10 * Nanoseconds.perSecond ? "\(Figure.fixed(duration.seconds, decimals: 1)) s" : short(duration)
  }

  private static func joined(_ large: Int64, _ unit: String, _ small: Int64, _ smallUnit: String) -> String {
    small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smallUnit)"
  }
}
