import Benchmark

/// The one unit in which the durations of a report's tables, and of what sums them up, are shown.
enum DurationScale: String {
  case milliseconds = "ms"
  case seconds = "s"

  /// Milliseconds while all are under a second.
  init(_ milliseconds: some Sequence<Double>) {
    self = milliseconds.contains { $0 >= 1000 } ? .seconds : .milliseconds
  }

  /// Of a report's medians of TTFT and latency.
  init(of report: Report) {
    self.init(report.summaries.flatMap { [$0.timeToFirstToken, $0.latency] }.compactMap { $0.median?.value })
  }

  /// `1.24 s`, and `> 60 s` for what is only known to be longer.
  func text(_ measured: Measured?) -> String {
    guard let measured else { return Figure.unknown }
    return measured.isLowerBound
      ? "> \(Figure.plain(scaled(measured.value))) \(rawValue)" : "\(number(measured.value)) \(rawValue)"
  }

  /// `1.24 s (0.98–1.60)`; the interval is left out where there is none.
  func median(of sample: Sample) -> String {
    guard let interval = sample.medianInterval else { return text(sample.median) }
    let dash = interval.upper.isLowerBound ? " to " : "–"
    return "\(text(sample.median)) (\(bound(interval.lower))\(dash)\(bound(interval.upper)))"
  }

  private func bound(_ measured: Measured) -> String {
    measured.isLowerBound ? "> \(Figure.plain(scaled(measured.value)))" : number(measured.value)
  }

  private func number(_ milliseconds: Double) -> String {
    let value = scaled(milliseconds)
    return Figure.fixed(value, decimals: self == .milliseconds ? 0 : value < 1 ? 3 : value < 100 ? 2 : 1)
  }

  private func scaled(_ milliseconds: Double) -> Double {
    self == .seconds ? milliseconds / 1000 : milliseconds
  }
}
