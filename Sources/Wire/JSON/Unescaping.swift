extension ArraySlice<UInt8> {
  /// The text that the inside of a JSON string stands for; broken UTF-8 and lone surrogates come out as U+FFFD.
  var unescapedText: String { String(decoding: unescaped, as: UTF8.self) }

  /// The UTF-8 that the inside of a JSON string stands for; an escape that means nothing becomes U+FFFD.
  var unescaped: [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(count)
    var rest = self
    while let byte = rest.popFirst() {
      if byte == .backslash { rest.popEscape().utf8.forEach { plain.append($0) } } else { plain.append(byte) }
    }
    return plain
  }

  /// Takes the escape whose backslash has been taken.
  private mutating func popEscape() -> String {
    switch popFirst() {
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{c}"
    case UInt8.quote: "\""
    case UInt8.backslash: "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "u"): String(popScalar() ?? "\u{fffd}")
    default: "\u{fffd}"
    }
  }

  /// Takes the digits behind `\u`, and with a high surrogate the low one that must follow.
  private mutating func popScalar() -> Unicode.Scalar? {
    guard let unit = popUnit() else { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    var ahead = self
    guard ahead.popFirst() == .backslash, ahead.popFirst() == UInt8(ascii: "u"), let low = ahead.popUnit(),
      UTF16.isTrailSurrogate(low)
    else { return nil }
    self = ahead
    return UTF16.decode(UTF16.EncodedScalar([unit, low]))
  }

  private mutating func popUnit() -> UInt16? {
    guard count >= 4 else { return nil }
    var unit: UInt32 = 0
    for byte in prefix(4) {
      guard let digit = byte.hexDigit else { return nil }
      unit = unit << 4 | digit
    }
    removeFirst(4)
    return UInt16(unit)
  }
}
