/// The means of all pairs of differences, each with itself too: their median estimates a paired difference.
///
/// Hodges and Lehmann 1963. The n(n+1)/2 averages are never written down: the k-th smallest is found by halving the
/// range of values and counting, so that many prompts need no memory.
package struct WalshAverages: Sendable {
  private let sorted: [Double]

  package init(_ differences: [Double]) {
    sorted = differences.sorted()
  }

  package var count: Int { sorted.count * (sorted.count + 1) / 2 }

  /// The pseudomedian: the median of the averages; nil without a difference.
  package var median: Double? {
    guard count > 0 else { return nil }
    let upper = smallest(count / 2 + 1)
    return count.isMultiple(of: 2) ? (smallest(count / 2) + upper) / 2 : upper
  }

  /// The pseudomedian's 95 % interval from the distribution of Wilcoxon's W; nil below 6 differences.
  package var interval: Interval? {
    guard let tail = lowerTail else { return nil }
    return Interval(lower: smallest(tail + 1), upper: smallest(count - tail))
  }

  private var lowerTail: Int? {
    let n = sorted.count
    guard n > SignedRankDistribution.largest else { return SignedRankDistribution(count: n).lowerTail }
    let deviation = (Double(count) * Double(2 * n + 1) / 12).squareRoot()
    return Int(Double(count) / 2 - Interval.deviate * deviation)
  }

  /// The `rank`-th smallest average, from 1.
  private func smallest(_ rank: Int) -> Double {
    var (low, high) = (WalshAverages.position(sorted[0]), WalshAverages.position(sorted[sorted.count - 1]))
    while low < high {
      let middle = low + Int64((UInt64(bitPattern: high &- low)) / 2)
      if averages(atMost: WalshAverages.value(middle)) >= rank { high = middle } else { low = middle + 1 }
    }
    return WalshAverages.value(low)
  }

  /// How many averages are at most `limit`: as one of a pair grows, its partner can only shrink.
  private func averages(atMost limit: Double) -> Int {
    var partner = sorted.count - 1
    var total = 0
    for (index, value) in sorted.enumerated() {
      while partner >= index, (value + sorted[partner]) / 2 > limit { partner -= 1 }
      if partner < index { break }
      total += partner - index + 1
    }
    return total
  }

  /// A number's place among all that a Double can hold, in their order.
  private static func position(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }

  private static func value(_ position: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: position >= 0 ? position : Int64.min &- position))
  }
}
