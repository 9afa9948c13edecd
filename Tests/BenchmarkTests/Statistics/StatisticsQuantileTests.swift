import Benchmark
import Foundation
import Testing

struct StatisticsQuantileTests {
  @Test func `an empty sample knows nothing`() {
    let sample = Sample([Double]())
    #expect(sample.count == 0)
    #expect(sample.minimum == nil)
    #expect(sample.median == nil)
    #expect(sample.maximum == nil)
    #expect(sample.quantile(0.9) == nil)
    #expect(sample.medianInterval == nil)
  }

  @Test func `one measurement is its own median and has no interval`() {
    let sample = Sample([7.0])
    #expect(sample.median == Measured(7))
    #expect(sample.minimum == sample.maximum)
    #expect(sample.medianInterval == nil)
  }

  @Test(arguments: [
    (0.9, 28, false), (0.9, 29, true), (0.95, 58, false), (0.95, 59, true), (0.99, 298, false), (0.99, 299, true),
  ])
  func `a tail needs enough measurements`(quantile: Double, count: Int, isTold: Bool) {
    let sample = Sample((1...count).map(Double.init))
    #expect((sample.quantile(quantile) != nil) == isTold)
    #expect((sample.quantile(1 - quantile) != nil) == isTold)
  }

  @Test(arguments: [0, 0.5, 1]) func `minimum, median and maximum are told from one measurement on`(quantile: Double) {
    #expect(Sample([3.0]).quantile(quantile) == Measured(3))
  }

  @Test(arguments: [-0.1, 1.1, .nan]) func `what is not a probability has no quantile`(quantile: Double) {
    #expect(Sample([1.0, 2]).quantile(quantile) == nil)
  }

  @Test func `quantiles of type 7 agree with numpy`() throws {
    struct Case: Decodable {
      let sample: [Double]
      let q: [Double]
      let type7Linear: [Double]
    }
    for reference in try StatisticsFixture<Case>.cases(of: "quantiles") {
      let sample = Sample(reference.sample)
      for (q, expected) in zip(reference.q, reference.type7Linear) where Sample.canTell(q, from: sample.count) {
        #expect(
          agree(sample.quantile(q)?.value, expected, within: 1e-12 * abs(expected)), "\(q) of \(reference.sample)")
      }
    }
  }

  @Test func `ranks of quantile intervals agree with the reference`() throws {
    struct Case: Decodable {
      let n: Int
      let quantile: Double
      let lowerOrder: Int?
      let upperOrder: Int?
    }
    for reference in try StatisticsFixture<Case>.cases(of: "quantile_ci") {
      let ranks = QuantileRanks(count: reference.n, quantile: reference.quantile)
      #expect(ranks.lower == reference.lowerOrder, "n \(reference.n), quantile \(reference.quantile)")
      #expect(ranks.upper == reference.upperOrder, "n \(reference.n), quantile \(reference.quantile)")
    }
  }

  @Test(arguments: [(5, nil, nil), (6, 1.0, 6.0), (12, 3.0, 10.0)] as [(Int, Double?, Double?)])
  func `a median has an interval from six measurements on`(count: Int, lower: Double?, upper: Double?) {
    let interval = Sample((1...count).map(Double.init)).medianInterval
    #expect(interval?.lower.value == lower)
    #expect(interval?.upper.value == upper)
  }

  @Test func `equal measurements have an interval of no width`() {
    let interval = Sample([Double](repeating: 4, count: 8)).medianInterval
    #expect(interval?.lower == Measured(4))
    #expect(interval?.upper == Measured(4))
  }
}
