#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many times as large the second of two contestants' numbers is, paired by prompt.
///
/// d = ln(second ÷ first) for each pair. A number that is only known to be larger is larger than any known one;
/// two of them cannot be told apart and differ by 0.
package struct PairedRatio: Sendable {
  /// Stands for the logarithm of a ratio to something that never came; no measured ratio comes near it.
  private static let unbounded = 1e12

  package let differences: [Double]

  package init(_ pairs: [Pair<Measured>]) {
    differences = pairs.filter { $0.first.value > 0 && $0.second.value > 0 }.map { pair in
      switch (pair.first.isLowerBound, pair.second.isLowerBound) {
      case (false, false): log(pair.second.value / pair.first.value)
      case (true, true): 0
      case (false, true): PairedRatio.unbounded
      case (true, false): -PairedRatio.unbounded
      }
    }
  }

  /// Whether the two differ at all: Wilcoxon's test of the differences.
  package var pValue: Double { SignedRank(differences).pValue }

  /// exp of the differences' pseudomedian; nil without a pair and where timeouts leave it open.
  package var estimate: Double? {
    WalshAverages(differences).median.flatMap(PairedRatio.ratio)
  }

  /// The estimate's 95 % interval; nil below 6 pairs and where timeouts leave an end open.
  package var interval: Interval? {
    guard let interval = WalshAverages(differences).interval, let lower = PairedRatio.ratio(interval.lower),
      let upper = PairedRatio.ratio(interval.upper)
    else { return nil }
    return Interval(lower: lower, upper: upper)
  }

  private static func ratio(_ logarithm: Double) -> Double? {
    logarithm.magnitude < unbounded / 4 ? exp(logarithm) : nil
  }
}
