import Benchmark
import Foundation
import Testing

/// The paired test judged by simulation: how often it cries wolf, and how often it misses one.
struct StatisticsSelfTests {
  static let experiments = 400

  /// Log-normal enough: the sum of twelve uniform numbers, standard deviation 1 about 0.
  static func deviate(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double(random.next(below: 1 << 30)) / Double(1 << 30) }
  }

  /// The share of experiments in which a second model of this true ratio was told from the first.
  static func found(ratio: Double, prompts: Int, spread: Double) -> Double {
    var random = SeededGenerator(seed: 11)
    let clear = (0..<experiments).count { _ in
      let pairs = (0..<prompts).map { _ in
        let difficulty = exp(deviate(&random))
        return Pair(
          Measured(difficulty * exp(spread * deviate(&random))),
          Measured(difficulty * ratio * exp(spread * deviate(&random)))
        )
      }
      return PairedRatio(pairs).pValue < 0.05
    }
    return Double(clear) / Double(experiments)
  }

  @Test(arguments: [6, 12, 30]) func `two equal models are told apart in no more than one of twenty runs`(prompts: Int)
  {
    // Three standard errors of a share of 0.05 above it.
    #expect(Self.found(ratio: 1, prompts: prompts, spread: 0.3) < 0.05 + 0.033)
  }

  @Test func `a model a third slower is found in four of five runs`() {
    #expect(Self.found(ratio: 1.3, prompts: 30, spread: 0.3) > 0.8)
  }
}
