/// Counts delays in steps of 50 µs, so that a long run needs no more memory than a short one.
struct LatenessHistogram: Sendable {
  private static let step: Int64 = 50_000
  /// Reaches to one second; what is later falls into the last step.
  private var counts = [Int](repeating: 0, count: 20_000)
  private var writes = 0
  private var maximum: Int64 = 0

  mutating func add(_ nanoseconds: Int64) {
    let late = max(0, nanoseconds)
    counts[min(Int(late / Self.step), counts.count - 1)] += 1
    writes += 1
    maximum = max(maximum, late)
  }

  var lateness: SimulatorCounts.Lateness {
    SimulatorCounts.Lateness(
      writes: writes, median: quantile(0.5), p99: quantile(0.99), maximum: maximum)
  }

  /// The upper edge of the step in which the quantile (nearest rank) lies.
  private func quantile(_ share: Double) -> Int64 {
    let rank = Int((share * Double(writes)).rounded(.up))
    var seen = 0
    for (index, count) in counts.enumerated() where count > 0 {
      seen += count
      if seen >= rank { return min(Int64(index + 1) * Self.step, maximum) }
    }
    return 0
  }
}
