/// The binomial distribution of `trials` draws that succeed with `probability`, strictly between 0 and 1.
package struct Binomial: Sendable {
  /// `cumulative[k]` is P(X ≤ k).
  private let cumulative: [Double]

  package init(trials: Int, probability: Double) {
    let weights = Binomial.weights(trials: trials, odds: probability / (1 - probability))
    let total = weights.reduce(0, +)
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return min(1, sum / total)
    }
  }

  /// P(X ≤ k).
  package func probability(atMost k: Int) -> Double {
    k < 0 ? 0 : cumulative[min(k, cumulative.count - 1)]
  }

  /// Probabilities relative to that of the most likely count: factorials would overflow, and 2⁻ⁿ would vanish.
  private static func weights(trials: Int, odds: Double) -> [Double] {
    var weights = [Double](repeating: 0, count: trials + 1)
    let mode = min(trials, Int(Double(trials + 1) * odds / (1 + odds)))
    weights[mode] = 1
    for k in stride(from: mode + 1, through: trials, by: 1) {
      weights[k] = weights[k - 1] * odds * Double(trials - k + 1) / Double(k)
    }
    for k in stride(from: mode - 1, through: 0, by: -1) {
      weights[k] = weights[k + 1] * Double(k + 1) / (odds * Double(trials - k))
    }
    return weights
  }
}
