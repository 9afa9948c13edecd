package import Benchmark

/// How many times as large one number is as another.
package struct Ratio: Hashable, Sendable {
  package let estimate: Double
  package let interval: Interval?
}
