/// A median's 95 % interval, whose ends may lie among timeouts.
package struct MedianInterval: Hashable, Sendable {
  package var lower: Measured
  package var upper: Measured

  package init(lower: Measured, upper: Measured) {
    self.lower = lower
    self.upper = upper
  }
}
