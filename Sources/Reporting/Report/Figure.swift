/// Numbers as text for people; the same on every machine and in every locale.
package enum Figure {
  /// What stands for a number that is not known.
  static let unknown = "–"

  /// With so many decimals, rounded half away from zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let digits = String(Int64(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// At most three decimals and no zeros at the end: `60`, `0.5`.
  static func plain(_ value: Double) -> String {
    var text = fixed(value, decimals: 3)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// As exact as the number itself, for machines.
  static func exact(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : "\(value)"
  }

  /// Never 100 % for less than all, nor 0 % for more than nothing.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "< 1 %" }
    if share < 1, share >= 0.995 { return "> 99 %" }
    return "\(fixed(share * 100, decimals: 0)) %"
  }

  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `p = 0.031`, `p < 0.001`.
  static func pValue(_ value: Double) -> String {
    value < 0.001 ? "p < 0.001" : "p = \(fixed(value, decimals: value < 0.1 ? 3 : 2))"
  }
}
