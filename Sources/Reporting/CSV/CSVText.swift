/// RFC 4180: cells and records of a CSV file.
enum CSVText {
  static let lineEnd = "\r\n"

  /// In quotes where a comma, a quote or a line end asks for it.
  static func quoted(_ text: String) -> String {
    // By scalar: CR LF is one Character and would be missed.
    guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" })
    else { return text }
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }

  /// With an apostrophe in front of what a spreadsheet would take for a formula, or of an apostrophe.
  ///
  /// Spreadsheets pass over line ends, tabs and NUL before a formula, and take full-width signs for the plain ones
  /// (OWASP, CSV Injection). Only such a cell gets one, so taking one leading apostrophe away gives the exact text back.
  static func disarmed(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\n", "\r", "\0", "'": "'" + text
    default: text
    }
  }
}
