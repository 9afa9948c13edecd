import Benchmark
import Foundation
import Testing

struct StatisticsTestTests {
  @Test func `Wilson's intervals agree with statsmodels`() throws {
    struct Case: Decodable {
      let successes: Int
      let n: Int
      let confidence: Double
      let wilson: [Double]
    }
    let deviates = [0.9: 1.6448536269514722, 0.95: Interval.deviate, 0.99: 2.5758293035489004]
    for reference in try StatisticsFixture<Case>.cases(of: "wilson") {
      let deviate = try #require(deviates[reference.confidence])
      let interval = Rate(successes: reference.successes, trials: reference.n).interval(deviate: deviate)
      #expect(agree(interval?.lower, reference.wilson[0], within: 1e-9), "\(reference.successes)/\(reference.n)")
      #expect(agree(interval?.upper, reference.wilson[1], within: 1e-9), "\(reference.successes)/\(reference.n)")
    }
  }

  @Test func `a rate of nothing is unknown`() {
    #expect(Rate(successes: 0, trials: 0).share == nil)
    #expect(Rate(successes: 0, trials: 0).interval() == nil)
  }

  @Test func `signed ranks agree with scipy`() throws {
    struct Case: Decodable {
      let name: String
      let differences: [Double]
      let nNonzero: Int
      let wPlus: Double
      let wMinus: Double
      let pExact: Double?
      let pApproxContinuity: Double
      let pseudomedian: Double
    }
    for reference in try StatisticsFixture<Case>.cases(of: "wilcoxon_paired") {
      let test = SignedRank(reference.differences)
      #expect(test.count == reference.nNonzero)
      #expect(test.positive == reference.wPlus)
      #expect(test.negative == reference.wMinus)
      #expect(agree(test.pValue, reference.pExact ?? reference.pApproxContinuity, within: 1e-9), "\(reference.name)")
      #expect(agree(test.approximatePValue, reference.pApproxContinuity, within: 1e-9), "\(reference.name)")
      #expect(agree(WalshAverages(reference.differences).median, reference.pseudomedian, within: 1e-9))
    }
  }

  @Test(arguments: [[], [0], [0, 0, 0, 0, 0, 0, 0]] as [[Double]])
  func `no difference at all is no evidence`(differences: [Double]) {
    #expect(SignedRank(differences).pValue == 1)
    #expect(SignedRank(differences).count == 0)
  }

  @Test func `one difference proves nothing`() {
    #expect(SignedRank([3]).pValue == 1)
    #expect(WalshAverages([3]).median == 3)
    #expect(WalshAverages([3]).interval == nil)
  }

  @Test func `fewer than six pairs have no interval and six have all of the range`() {
    #expect(WalshAverages([1, 2, 3, 4, 5]).interval == nil)
    #expect(WalshAverages([1, 2, 3, 4, 5, 6]).interval == Interval(lower: 1, upper: 6))
  }

  @Test func `equal differences have an interval of no width`() {
    let averages = WalshAverages([Double](repeating: 0.25, count: 60))
    #expect(averages.median == 0.25)
    #expect(averages.interval == Interval(lower: 0.25, upper: 0.25))
  }

  @Test(arguments: [1, 2, 3, 10, 51]) func `counting finds the median that writing all averages down finds`(count: Int)
  {
    var random = SeededGenerator(seed: UInt64(count))
    let differences = (0..<count).map { _ in Double(random.next(below: 2001)) / 100 - 10 }
    let all = differences.indices.flatMap { i in differences[i...].map { ($0 + differences[i]) / 2 } }.sorted()
    let middle = (all[(all.count - 1) / 2] + all[all.count / 2]) / 2
    #expect(WalshAverages(differences).median == middle)
  }

  /// R's `qsignrank(0.025, n)` is the rank of the lower end.
  @Test(arguments: [(6, 1), (10, 9), (20, 53), (50, 435)]) func `intervals end at R's ranks`(count: Int, rank: Int) {
    var random = SeededGenerator(seed: 5)
    let differences = (0..<count).map { _ in Double(random.next(below: 1 << 20)) }
    let all = differences.indices.flatMap { i in differences[i...].map { ($0 + differences[i]) / 2 } }.sorted()
    let expected = Interval(lower: all[rank - 1], upper: all[all.count - rank])
    #expect(WalshAverages(differences).interval == expected)
  }

  @Test func `no averages have no median`() {
    #expect(WalshAverages([]).median == nil)
    #expect(WalshAverages([]).interval == nil)
  }

  @Test func `McNemar's exact test agrees with statsmodels`() throws {
    struct Case: Decodable {
      let oldPassNewFail: Int
      let oldFailNewPass: Int
      let pExactTwoSided: Double
    }
    for reference in try StatisticsFixture<Case>.cases(of: "mcnemar") {
      let test = McNemar(onlyFirst: reference.oldPassNewFail, onlySecond: reference.oldFailNewPass)
      #expect(agree(test.pValue, reference.pExactTwoSided, within: 1e-10))
    }
  }

  @Test func `a coin that is tossed ten thousand times neither overflows nor vanishes`() {
    #expect(agree(McNemar(onlyFirst: 5_000, onlySecond: 5_000).pValue, 1, within: 1e-12))
    #expect(McNemar(onlyFirst: 10_000, onlySecond: 0).pValue < 1e-12)
  }

  @Test func `Holm's adjusted values agree with statsmodels`() throws {
    struct Case: Decodable {
      let p: [Double]
      let holmAdjusted: [Double]
    }
    for reference in try StatisticsFixture<Case>.cases(of: "holm") {
      for (found, expected) in zip(Holm.adjusted(reference.p), reference.holmAdjusted) {
        #expect(agree(found, expected, within: 1e-12))
      }
    }
    #expect(Holm.adjusted([]).isEmpty)
  }

  @Test func `a ratio is that of the second to the first`() throws {
    let pairs = (1...10).map { Pair(Measured(Double($0)), Measured(Double($0) * 2)) }
    let ratio = PairedRatio(pairs)
    #expect(agree(ratio.estimate, 2, within: 1e-12))
    #expect(agree(ratio.interval?.lower, 2, within: 1e-12))
    #expect(ratio.pValue < 0.05)
  }

  @Test func `no pair tells nothing`() {
    let ratio = PairedRatio([])
    #expect(ratio.pValue == 1)
    #expect(ratio.estimate == nil)
  }

  @Test func `a number of zero has no logarithm and is left out`() {
    #expect(PairedRatio([Pair(Measured(0), Measured(1))]).differences.isEmpty)
  }
}
