/// Which order statistics (from 1) enclose a quantile with 95 % confidence; nil where none does on that side.
///
/// lower = the largest l with P(Bin(n, q) ≤ l − 1) ≤ 0.025, upper = the smallest u with P(Bin(n, q) ≥ u) ≤ 0.025.
package struct QuantileRanks: Hashable, Sendable {
  package let lower: Int?
  package let upper: Int?

  /// `quantile` lies strictly between 0 and 1.
  package init(count: Int, quantile: Double) {
    let draws = Binomial(trials: count, probability: quantile)
    let ranks = 1..<(count + 1)
    lower = ranks.last { draws.probability(atMost: $0 - 1) <= Interval.tail }
    upper = ranks.first { 1 - draws.probability(atMost: $0 - 1) <= Interval.tail }
  }
}
