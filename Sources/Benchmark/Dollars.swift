/// Sums of US dollars as text.
package enum Dollars {
  /// Two decimals from a dollar on, four below; what would read as nothing says that it is less.
  package static func text(_ sum: Double) -> String {
    if sum > 0, sum < 0.0001 { return "less than $0.0001" }
    guard sum.magnitude < 1e12 else { return "$\(sum)" }
    let decimals = sum >= 1 ? 2 : 4
    let scale = decimals == 2 ? 100 : 10_000
    let parts = Int((sum * Double(scale)).rounded()).quotientAndRemainder(dividingBy: scale)
    let digits = String(parts.remainder)
    return "$\(parts.quotient).\(String(repeating: "0", count: decimals - digits.count))\(digits)"
  }
}
