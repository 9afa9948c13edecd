package import Benchmark

/// How a contestant compares with the row above on the number that puts it there.
package struct Difference: Hashable, Sendable {
  package let criterion: Criterion
  /// Prompts or cells that both contestants have.
  package let pairs: Int
  package let arePrompts: Bool
  /// Of the named test, after Holm's correction over all pairs of contestants.
  package let pValue: Double
  /// Latency over that of the row above.
  package let ratio: Ratio?
  /// Prompts that only one of the two passed; the first is the row above.
  package let flips: McNemar?

  package var isClear: Bool { Difference.isClear(pValue) }

  static func isClear(_ pValue: Double) -> Bool { pValue < 0.05 }
}
