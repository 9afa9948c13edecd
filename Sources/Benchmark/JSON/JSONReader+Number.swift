extension JSONReader {
  /// Reads `-`? digits (`.` digits)? (`e` sign? digits)?; without point and exponent it is an integer.
  mutating func readNumber() throws(JSONProblem) -> JSONNode.Kind {
    let start = position
    skip("-")
    let leadingZero = peek == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0 else { throw numberProblem(from: start, "write a digit after the sign") }
    if leadingZero, digits > 1 { throw numberProblem(from: start, "remove the zeros in front") }
    let hasPoint = skip(".")
    if hasPoint, skipDigits() == 0 { throw numberProblem(from: start, "write a digit after the point") }
    let hasExponent = skip("e") || skip("E")
    if hasExponent {
      if !skip("+") { skip("-") }
      if skipDigits() == 0 { throw numberProblem(from: start, "write a digit after the e") }
    }
    return number(from: start, isInteger: !hasPoint && !hasExponent)
  }

  private mutating func number(from start: Int, isInteger: Bool) -> JSONNode.Kind {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    if isInteger, let value = Int128(text) { return .wideInteger(value) }
    let value = Double(text) ?? .infinity
    // An integer that only a floating-point number can hold would lose digits in silence.
    if isInteger || !value.isFinite { report(.numberRange(text), at: start) }
    return .number(value)
  }

  private func numberProblem(from start: Int, _ remedy: String) -> JSONProblem {
    problem(.number(String(decoding: bytes[start..<position], as: UTF8.self), remedy: remedy), at: start)
  }

  @discardableResult private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = peek, isDigit(byte) { position += 1 }
    return position - start
  }
}
