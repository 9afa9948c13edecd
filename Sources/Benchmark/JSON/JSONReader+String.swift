extension JSONReader {
  /// Reads from the opening quote to behind the closing one.
  mutating func readString() throws(JSONProblem) -> String {
    position += 1
    let start = position
    skipPlain()
    if peek == UInt8(ascii: "\"") {
      defer { position += 1 }
      return text(bytes[start..<position], at: start)
    }
    return try readEscaped(from: start)
  }

  /// Reads the rest of a string that is not plain, beginning again at `start`.
  private mutating func readEscaped(from start: Int) throws(JSONProblem) -> String {
    position = start
    var result = ""
    while true {
      let plain = position
      skipPlain()
      result += text(bytes[plain..<position], at: plain)
      switch peek {
      case nil: throw problem(.end(of: .string))
      case UInt8(ascii: "\""):
        position += 1
        return result
      case UInt8(ascii: "\\"): result.unicodeScalars.append(try readEscape())
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw problem(.lineBreakInString)
      case let byte?:
        report(.controlCharacter(byte), at: position)
        position += 1
      }
    }
  }

  private mutating func skipPlain() {
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      position += 1
    }
  }

  private mutating func text(_ slice: ArraySlice<UInt8>, at offset: Int) -> String {
    if let text = String(validating: slice, as: UTF8.self) { return text }
    report(.invalidUTF8, at: offset + slice.validUTF8Length)
    return String(decoding: slice, as: UTF8.self)
  }
}

// MARK: - Escapes

extension JSONReader {
  private mutating func readEscape() throws(JSONProblem) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = peek
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readScalar(from: start)
    case nil: throw problem(.end(of: .string), at: end)
    default: throw escapeProblem(at: start)
    }
  }

  /// Reads the digits of `\uXXXX`, with a second such escape when the first is half of a pair.
  private mutating func readScalar(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let unit = try readUnit(from: start)
    if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
    let second = position
    if UTF16.isLeadSurrogate(unit), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      position += 2
      let trail = try readUnit(from: second)
      if UTF16.isTrailSurrogate(trail) { return UTF16.decode(UTF16.EncodedScalar([unit, trail])) }
      position = second
    }
    report(.loneSurrogate, at: start)
    return "\u{FFFD}"
  }

  private mutating func readUnit(from start: Int) throws(JSONProblem) -> UInt16 {
    let digits = rest.prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16) else {
      throw escapeProblem(at: start)
    }
    position += 4
    return unit
  }

  private func escapeProblem(at start: Int) -> JSONProblem {
    let text = String(decoding: bytes[start..<end].prefix(8), as: UTF8.self)
    let length = text.dropFirst().first == "u" ? 6 : 2
    let escape = text.unicodeScalars.prefix(length).prefix { $0 != "\"" && $0.value >= 0x20 }
    return problem(.escape(String(escape)), at: start)
  }
}
