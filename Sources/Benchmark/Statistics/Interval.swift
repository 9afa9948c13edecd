/// A 95 % confidence interval.
package struct Interval: Hashable, Sendable {
  /// The two-sided normal deviate of 95 %.
  package static let deviate = 1.959963984540054
  /// What may fall outside on one side.
  package static let tail = 0.025

  package var lower: Double
  package var upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
