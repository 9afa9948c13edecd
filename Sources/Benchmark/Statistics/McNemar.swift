/// McNemar's exact test: whether one of two contestants passes more of the same prompts.
package struct McNemar: Hashable, Sendable {
  /// Prompts that only the first passes.
  package let onlyFirst: Int
  /// Prompts that only the second passes.
  package let onlySecond: Int

  package init(onlyFirst: Int, onlySecond: Int) {
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
  }

  package init(_ pairs: [Pair<Bool>]) {
    onlyFirst = pairs.count { $0.first && !$0.second }
    onlySecond = pairs.count { !$0.first && $0.second }
  }

  /// Two-sided: 2·P(Bin(b + c, ½) ≤ min(b, c)), at most 1.
  package var pValue: Double {
    let half = Binomial(trials: onlyFirst + onlySecond, probability: 0.5)
    return min(1, 2 * half.probability(atMost: min(onlyFirst, onlySecond)))
  }
}
