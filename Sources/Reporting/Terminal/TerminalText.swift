/// Makes text of unknown origin harmless to a terminal: nothing in it can move the cursor or turn the line around.
package enum TerminalText {
  /// Control and bidi characters as `\u{1B}`, all else as it is; line feeds and tabs stay.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Escaped, with the line ends of CSV as a terminal has them.
  package static func escapedLines(_ text: String) -> String { escaped(text.replacing("\r\n", with: "\n")) }

  /// Escaped, and on one line: what would break or shift it becomes a space.
  package static func oneLine(_ text: String) -> String {
    String(escaped(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  /// C0 but for LF and TAB, DEL, C1, bidi controls (CVE-2021-42574), line and paragraph separators.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
