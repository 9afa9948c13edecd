extension NumbersInText {
  /// A text with one way to write each part of a number: LaTeX's commands and other scripts' digits are replaced.
  static func plain(_ text: String) -> [Unicode.Scalar] {
    guard text.utf8.contains(UInt8(ascii: "\\")) || text.contains("{,}") else { return text.unicodeScalars.map(plain) }
    let commands = [
      ("{,}", ","), (#"\,"#, "\u{2009}"), (#"\!"#, ""), (#"\times"#, "×"), (#"\cdot"#, "·"), (#"\dfrac"#, #"\frac"#),
      (#"\tfrac"#, #"\frac"#),
    ]
    let spelled = commands.reduce(text) { $0.replacing($1.0, with: $1.1) }
    // Behind a digit or a letter a space keeps the fraction apart: `2\frac{1}{2}` is a mixed number.
    let fraction = /(\w?)\\frac\{(\d+)\}\{(\d+)\}/
    return spelled.replacing(fraction) { match in
      "\(match.1)\(match.1.isEmpty ? "" : " ")\(match.2)/\(match.3)"
    }.unicodeScalars.map(plain)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
    }
    return scalar == "\u{2212}" ? "-" : scalar == "\u{2044}" ? "/" : scalar
  }

  /// What a raised digit or minus sign is on the line; a space for anything else.
  static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "⁻" { return "-" }
    let isRaised = ["¹", "²", "³"].contains(scalar) || ("⁰"..."⁹").contains(scalar)
    guard isRaised, let value = scalar.properties.numericValue else { return " " }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }
}
