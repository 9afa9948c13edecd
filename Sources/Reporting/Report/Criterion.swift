import Benchmark

/// What contestants are ordered by, the first that differs.
package enum Criterion: CaseIterable, Hashable, Sendable {
  case passed, succeeded, latency
}

extension Criterion {
  /// Smaller is better; contestants without the number come last.
  func key(_ summary: ContestantSummary) -> Double {
    switch self {
    case .passed: summary.passed.share.map { -$0 } ?? 1
    case .succeeded: summary.succeeded.share.map { -$0 } ?? 1
    case .latency: summary.latency.median.map { $0.isLowerBound ? .greatestFiniteMagnitude : $0.value } ?? .infinity
    }
  }

  /// The unadjusted test of two contestants over what both did.
  func test(_ first: ContestantSummary, _ second: ContestantSummary) -> PairTest {
    switch self {
    case .passed: PairTest(first.passSeries.pairs(with: second.passSeries))
    case .succeeded: PairTest(first.successSeries.pairs(with: second.successSeries))
    case .latency: PairTest(first.latencySeries.pairs(with: second.latencySeries))
    }
  }
}
