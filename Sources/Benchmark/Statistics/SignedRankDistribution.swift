/// The distribution of Wilcoxon's W for `count` differences without ties when neither side is favoured.
package struct SignedRankDistribution: Sendable {
  /// Above this the normal distribution is as good and counting is slow.
  package static let largest = 50

  /// `cumulative[w]` is P(W ≤ w).
  private let cumulative: [Double]

  package init(count: Int) {
    var weights = [1.0] + [Double](repeating: 0, count: count * (count + 1) / 2)
    for rank in stride(from: 1, through: count, by: 1) {
      // Downwards, so that a rank is added once: each is in W or not, equally likely.
      for sum in stride(from: rank * (rank + 1) / 2, through: 0, by: -1) {
        weights[sum] = (weights[sum] + (sum >= rank ? weights[sum - rank] : 0)) / 2
      }
    }
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// P(W ≤ w).
  package func probability(atMost w: Int) -> Double {
    w < 0 ? 0 : cumulative[min(w, cumulative.count - 1)]
  }

  /// The largest w with P(W ≤ w) ≤ 0.025, or nil when even W = 0 is likelier.
  package var lowerTail: Int? {
    cumulative.firstIndex { $0 > Interval.tail }.flatMap { $0 > 0 ? $0 - 1 : nil }
  }
}
