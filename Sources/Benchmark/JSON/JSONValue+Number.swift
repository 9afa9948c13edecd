extension JSONValue {
  /// A number without a fraction, however it is written: `1.0` is one, and so is every number beyond 2⁵³.
  var isInteger: Bool {
    switch self {
    case .integer: true
    case .number(let value): value.rounded() == value
    default: false
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }

  /// Whether it is less than another number, exactly; false when one of them is none.
  func isLess(than other: JSONValue) -> Bool {
    switch (self, other) {
    case (.integer(let first), .integer(let second)): first < second
    case (.number(let first), .number(let second)): first < second
    case (.integer(let first), .number(let second)): Self.order(first, second) < 0
    case (.number(let first), .integer(let second)): Self.order(second, first) > 0
    default: false
    }
  }

  /// Less than 0, 0 or more than 0; a conversion to floating point would round the integer.
  private static func order(_ integer: Int, _ number: Double) -> Double {
    let whole = number.rounded(.towardZero)
    guard let same = Int(exactly: whole) else { return number > 0 ? -1 : 1 }
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
  var digits: UInt64
  var exponent: Int

  /// Nil for what is no number, or none that is finite.
  init?(_ value: JSONValue) {
    switch value {
    case .integer(let value): (digits, exponent) = (UInt64(value.magnitude), 0)
    case .number(let value) where value.isFinite:
      // The shortest text that reads back as the same number: "0.0075", "1e+308".
      let parts = "\(value.magnitude)".split(separator: "e")
      let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      guard let all = UInt64(decimals.joined()), let shift = Int(parts.dropFirst().first ?? "0") else { return nil }
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
