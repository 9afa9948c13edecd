/// Measurements of one thing in ascending order, those that only have a lower bound last.
///
/// A timeout is slower than any answer, however short its limit was: dropping it would flatter the slow.
package struct Sample: Hashable, Sendable {
  package let sorted: [Measured]

  package init(_ measurements: some Collection<Measured>) {
    let known = measurements.filter { !$0.isLowerBound }.map(\.value).sorted()
    let slowest = known.last ?? -.infinity
    let bounds = measurements.filter(\.isLowerBound).map { max($0.value, slowest) }.sorted()
    sorted = known.map { Measured($0) } + bounds.map(Measured.longer(than:))
  }

  package init(_ values: some Collection<Double>) {
    self.init(values.map { Measured($0) })
  }

  package var count: Int { sorted.count }
  package var minimum: Measured? { sorted.first }
  package var maximum: Measured? { sorted.last }
  package var median: Measured? { interpolated(at: 0.5) }

  /// Hyndman and Fan's type 7; nil where the sample is too small to reach that far into its tail.
  package func quantile(_ p: Double) -> Measured? {
    Sample.canTell(p, from: count) ? interpolated(at: p) : nil
  }

  /// The median's 95 % interval by order statistics; nil below 6 measurements.
  package var medianInterval: MedianInterval? {
    let ranks = QuantileRanks(count: count, quantile: 0.5)
    guard let lower = ranks.lower, let upper = ranks.upper else { return nil }
    return MedianInterval(lower: sorted[lower - 1], upper: sorted[upper - 1])
  }

  /// Whether the extreme of `count` draws lies beyond the quantile with 95 % confidence: 29 for p90, 59 for p95.
  package static func canTell(_ p: Double, from count: Int) -> Bool {
    guard count > 0, (0...1).contains(p) else { return false }
    if p == 0 || p == 0.5 || p == 1 { return true }
    let reach = max(p, 1 - p)
    return (0..<count).reduce(1) { product, _ in product * reach } <= 0.05
  }

  /// The same whatever the sample's size: for hundreds of values of our own.
  func interpolated(at p: Double) -> Measured? {
    guard let last = sorted.indices.last else { return nil }
    let position = p * Double(last)
    let below = Int(position)
    let share = position - Double(below)
    guard share > 0 else { return sorted[below] }
    let (low, high) = (sorted[below], sorted[below + 1])
    return Measured(low.value + share * (high.value - low.value), isLowerBound: high.isLowerBound)
  }
}
