/// Numbers as text, as short as they can be and still be the same.
package enum Decimals {
  package static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }

  /// A share in percent, to a tenth, never rounded up to all.
  package static func percent(_ share: Double) -> String {
    // What binary fractions take away (0.29 × 1000 is 289.99…) is given back.
    text(((share * 1000) + 1e-9).rounded(.down) / 10) + " %"
  }
}
