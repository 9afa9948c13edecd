import Benchmark

/// One test of two contestants, before the correction for testing several.
struct PairTest {
  /// Below this many pairs no test at 95 % can tell anything: 2·½⁵ is 0.0625.
  static let leastPairs = 6

  let pairs: Int
  let arePrompts: Bool
  let pValue: Double
  var ratio: Ratio?
  var flips: McNemar?

  init(_ pairs: Pairs<Bool>) {
    let test = McNemar(pairs.values)
    (self.pairs, arePrompts, pValue, flips) = (pairs.values.count, pairs.arePrompts, test.pValue, test)
  }

  init(_ pairs: Pairs<Measured>) {
    let paired = PairedRatio(pairs.values)
    (self.pairs, arePrompts, pValue) = (pairs.values.count, pairs.arePrompts, paired.pValue)
    ratio = paired.estimate.map { Ratio(estimate: $0, interval: paired.interval) }
  }
}
