/// Puts a regular expression of ECMA-262 (with its flag `u`) into the words of Swift's engine.
///
/// What Swift lacks (lookbehind) stays as it is, and the engine says so.
struct ECMAPattern {
  private var rest: Substring.UnicodeScalarView
  private var result = ""

  private init(_ pattern: String) {
    rest = Substring(pattern).unicodeScalars
  }

  static func inSwift(_ pattern: String) throws(CheckPattern.Fault) -> String {
    var translation = ECMAPattern(pattern)
    while let scalar = translation.rest.popFirst() {
      switch scalar {
      case "\\": translation.result += try translation.escape(inClass: false)
      case "[": try translation.readClass()
      // Swift's leaves out U+000B, U+000C and U+0085 too.
      case ".": translation.result += #"[^\n\r\u{2028}\u{2029}]"#
      default: translation.result.unicodeScalars.append(scalar)
      }
    }
    return translation.result
  }

  /// White space and line ends; U+2000 and U+2001 stand apart because Swift refuses them as ends of a range.
  private static let space =
    #"\t\n\u{B}\f\r \u{A0}\u{1680}\u{2000}\u{2001}\u{2002}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"#
}

// MARK: - Escapes

extension ECMAPattern {
  /// Reads what follows a backslash.
  private mutating func escape(inClass: Bool) throws(CheckPattern.Fault) -> String {
    guard let letter = rest.popFirst() else { throw CheckPattern.Fault(reason: "a backslash stands at its end") }
    switch letter {
    case "s": return "[\(Self.space)]"
    case "S": return "[^\(Self.space)]"
    case "b" where inClass: return "\\u{8}"
    case "B" where inClass: break
    case "d", "D", "w", "W", "p", "P", "b", "B", "f", "n", "r", "t", "v", "k": return "\\\(letter)"
    case "0": return "\\u{0}"
    case "1"..."9" where !inClass: return "\\\(letter)"
    case "c":
      if let control = rest.popFirst(), control.properties.isAlphabetic, control.isASCII {
        return Self.scalar(control.value % 32)
      }
    case "x": if let value = hexadecimal(2) { return Self.scalar(value) }
    case "u": if let value = codePoint() { return Self.scalar(value) }
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/", "-": return "\\\(letter)"
    default: break
    }
    throw CheckPattern.Fault(reason: "\\\(letter) is no escape of ECMA-262 here")
  }

  private static func scalar(_ value: UInt32) -> String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// Reads so many digits; nil, with nothing read, when they are not there.
  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    let digits = String(Substring(rest.prefix(count)))
    guard digits.count == count, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else { return nil }
    rest = rest.dropFirst(count)
    return value
  }

  /// Reads `{1F600}`, `0041`, or the two halves of a surrogate pair.
  private mutating func codePoint() -> UInt32? {
    if rest.first == "{" {
      let digits = String(Substring(rest.dropFirst().prefix { $0 != "}" }))
      guard let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil else { return nil }
      rest = rest.dropFirst(digits.unicodeScalars.count + 2)
      return value
    }
    guard let unit = hexadecimal(4) else { return nil }
    guard 0xD800..<0xDC00 ~= unit else { return Unicode.Scalar(unit) == nil ? nil : unit }
    guard rest.popFirst() == "\\", rest.popFirst() == "u", let trail = hexadecimal(4), 0xDC00..<0xE000 ~= trail
    else { return nil }
    return 0x10000 + (unit - 0xD800) << 10 + (trail - 0xDC00)
  }
}

// MARK: - Classes

extension ECMAPattern {
  /// Reads a class up to its end.
  ///
  /// In Swift's, brackets nest and `&&`, `--` and `~~` are operators: here all of them are letters.
  private mutating func readClass() throws(CheckPattern.Fault) {
    let isNegated = rest.first == "^"
    if isNegated { rest = rest.dropFirst() }
    var members = ""
    // Whether the last member can begin a range.
    var mayBegin = false
    while let scalar = rest.popFirst() {
      switch scalar {
      case "]":
        result += members.isEmpty ? (isNegated ? #"[\s\S]"# : "(?!)") : (isNegated ? "[^" : "[") + members + "]"
        return
      case "-" where mayBegin && rest.first != "]" && rest.first != nil:
        members += "-" + (try classMember(rest.popFirst() ?? scalar).text)
        mayBegin = false
      default:
        let member = try classMember(scalar)
        members += member.text
        mayBegin = member.isLetter
      }
    }
    throw CheckPattern.Fault(reason: "a class has no end: ']' is missing")
  }

  private mutating func classMember(_ scalar: Unicode.Scalar) throws(CheckPattern.Fault) -> (
    text: String, isLetter: Bool
  ) {
    switch scalar {
    case "\\":
      let letter = rest.first
      let text = try escape(inClass: true)
      if letter == "p" || letter == "P" { return (text + property(), false) }
      return (text, !"dDsSwW".unicodeScalars.contains(letter ?? scalar))
    case "[", "&", "~", "-", "^": return ("\\\(scalar)", true)
    default: return (String(scalar), true)
    }
  }

  /// Reads the braces behind `\p`.
  private mutating func property() -> String {
    let text = String(Substring(rest.prefix { $0 != "}" && $0 != "]" }))
    rest = rest.dropFirst(text.unicodeScalars.count)
    guard rest.first == "}" else { return text }
    rest = rest.dropFirst()
    return text + "}"
  }
}
