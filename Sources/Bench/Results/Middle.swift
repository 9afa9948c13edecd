internal import Benchmark

/// One number a round, reduced to their median with their range beside it.
struct Middle: Hashable, Sendable {
  var median, least, most: Double

  /// Nil when no round tells.
  init?(_ values: [Double]) {
    let sample = Sample(values)
    guard let median = sample.median, let least = sample.minimum, let most = sample.maximum else { return nil }
    self.median = median.value
    self.least = least.value
    self.most = most.value
  }
}
