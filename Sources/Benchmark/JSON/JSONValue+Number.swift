extension JSONValue {
  /// A number without a fraction, however it is written: `1.0` is one, and so is every number beyond 2⁵³.
  var isInteger: Bool {
    switch self {
    case .integer, .wideInteger: true
    case .number(let value): value.rounded() == value
    default: false
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .wideInteger, .number: true
    default: false
    }
  }

  /// An integer as it is written, without a point; nil for anything else.
  var whole: Int128? {
    switch self {
    case .integer(let value): Int128(value)
    case .wideInteger(let value): value
    default: nil
    }
  }

  /// Whether it is less than another number, exactly; false when one of them is none.
  func isLess(than other: JSONValue) -> Bool {
    if let first = whole, let second = other.whole { return first < second }
    return switch (self, other) {
    case (.number(let first), .number(let second)): first < second
    case (_, .number(let second)): whole.map { Self.order($0, second) < 0 } ?? false
    case (.number(let first), _): other.whole.map { Self.order($0, first) > 0 } ?? false
    default: false
    }
  }

  /// Less than 0, 0 or more than 0; a conversion to floating point would round the integer.
  private static func order(_ integer: Int128, _ number: Double) -> Double {
    let whole = number.rounded(.towardZero)
    guard let same = Int128(exactly: whole) else { return number > 0 ? -1 : 1 }
    return integer == same ? whole - number : integer < same ? -1 : 1
  }

  /// Whether it is a multiple of another number, both taken as the decimals that they are written as.
  func isMultiple(of divisor: JSONValue) -> Bool {
    guard let dividend = Decimal(self), let divisor = Decimal(divisor), divisor.digits > 0 else { return false }
    return dividend.isMultiple(of: divisor)
  }
}

/// The size of a number as digits × 10^exponent; the digits do not end in 0.
private struct Decimal {
  var digits: UInt128
  var exponent: Int

  /// Nil for what is no number, or none that is finite.
  init?(_ value: JSONValue) {
    switch value {
    case .integer, .wideInteger: (digits, exponent) = (value.whole?.magnitude ?? 0, 0)
    case .number(let value) where value.isFinite:
      // The shortest text that reads back as the same number: "0.0075", "1e+308".
      let parts = "\(value.magnitude)".split(separator: "e")
      let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      guard let all = UInt128(decimals.joined()), let shift = Int(parts.dropFirst().first ?? "0") else { return nil }
      (digits, exponent) = (all, shift - (decimals.dropFirst().first?.count ?? 0))
    default: return nil
    }
    while digits > 0, digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
  }

  /// Whether b × 10^q divides a × 10^p; with p < q it cannot, since a does not end in 0.
  func isMultiple(of other: Decimal) -> Bool {
    if digits == 0 { return true }
    guard exponent >= other.exponent else { return false }
    let rest = (other.exponent..<exponent).reduce(digits % other.digits) { rest, _ in
      other.digits.dividingFullWidth(rest.multipliedFullWidth(by: 10)).remainder
    }
    return rest == 0
  }
}
