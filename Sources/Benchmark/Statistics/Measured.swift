/// A number, or the knowledge that the true one is larger: what a timeout says about a latency.
package struct Measured: Hashable, Sendable {
  package var value: Double
  /// The true number is larger than `value`.
  package var isLowerBound: Bool

  package init(_ value: Double, isLowerBound: Bool = false) {
    self.value = value
    self.isLowerBound = isLowerBound
  }

  package static func longer(than limit: Double) -> Measured {
    Measured(limit, isLowerBound: true)
  }
}
