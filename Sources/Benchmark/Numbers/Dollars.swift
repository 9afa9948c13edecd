/// Sums of US dollars.
package enum Dollars {
  /// No sum is negative, and none is larger than what a double counts in whole dollars.
  package static let range = 0...0x1p53

  /// Nil for a sum that somebody else says and that is none.
  package static func admitted(_ sum: Double) -> Double? { range.contains(sum) ? sum : nil }

  /// Two decimals from a dollar on, four below; what would read as nothing says that it is less.
  package static func text(_ sum: Double) -> String {
    if sum < 0 { return "-" + text(-sum) }
    if sum > 0, sum < 0.0001 { return "less than $0.0001" }
    guard sum < 1e12 else { return "$\(sum)" }
    let decimals = sum >= 1 ? 2 : 4
    let scale = decimals == 2 ? 100 : 10_000
    let parts = Int((sum * Double(scale)).rounded()).quotientAndRemainder(dividingBy: scale)
    let digits = String(parts.remainder)
    return "$\(parts.quotient).\(String(repeating: "0", count: decimals - digits.count))\(digits)"
  }
}
