internal import Benchmark

/// Lengths of time for people: `48 s`, `3 min 17 s`, `2 h 5 min`.
enum DurationText {
  static func short(_ duration: Nanoseconds) -> String {
    let seconds = (duration + Nanoseconds.perSecond / 2) / Nanoseconds.perSecond
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return joined(seconds / 60, "min", seconds % 60, "s") }
    return joined(seconds / 3600, "h", seconds % 3600 / 60, "min")
  }

  private static func joined(_ large: Int64, _ unit: String, _ small: Int64, _ smallUnit: String) -> String {
    small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smallUnit)"
  }
}
