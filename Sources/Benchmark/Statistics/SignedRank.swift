#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Wilcoxon's signed-rank test of paired differences, those that are zero left out.
package struct SignedRank: Hashable, Sendable {
  /// Differences that are not zero.
  package let count: Int
  /// The sum of the ranks of the positive differences; ties share their mean rank.
  package let positive: Double
  /// Σ(t³ − t) over groups of t equal magnitudes.
  private let ties: Double

  package init(_ differences: [Double]) {
    let sorted = differences.filter { $0 != 0 }.sorted { $0.magnitude < $1.magnitude }
    var (positive, ties, start) = (0.0, 0.0, 0)
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.magnitude != sorted[start].magnitude } ?? sorted.count
      let size = Double(end - start)
      positive += Double(sorted[start..<end].count { $0 > 0 }) * Double(start + 1 + end) / 2
      ties += size * size * size - size
      start = end
    }
    (count, self.positive, self.ties) = (sorted.count, positive, ties)
  }

  package var negative: Double { Double(count * (count + 1)) / 2 - positive }

  /// Two-sided: exact up to 50 differences without ties, else normal with tie and continuity correction.
  package var pValue: Double {
    guard count > 0 else { return 1 }
    return ties == 0 && count <= SignedRankDistribution.largest ? exactPValue : approximatePValue
  }

  private var exactPValue: Double {
    min(1, 2 * SignedRankDistribution(count: count).probability(atMost: Int(min(positive, negative))))
  }

  /// By the normal distribution with variance n(n+1)(2n+1)/24 − Σ(t³ − t)/48 and continuity correction.
  package var approximatePValue: Double {
    let n = Double(count)
    let variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    let distance = abs(positive - n * (n + 1) / 4) - 0.5
    return distance <= 0 ? 1 : erfc(distance / (2 * variance).squareRoot())
  }
}
