/// Text of unknown origin as GitHub-flavoured Markdown that shows exactly that text and nothing else.
enum MarkdownText {
  /// On one line, line ends and tabs as spaces: for headings and list items.
  static func inline(_ text: String) -> String {
    escaped(text, lineEnd: " ")
  }

  /// In a table cell, where a line end is `<br>`.
  static func cell(_ text: String) -> String {
    escaped(text, lineEnd: "<br>")
  }

  /// Inside an HTML element on one line, where no backslash is taken away.
  static func html(_ text: String) -> String {
    htmlLines(TerminalText.oneLine(harmless(text)))
  }

  /// In a code fence longer than any run of backticks inside; nothing in it is Markdown.
  static func fenced(_ text: String) -> String {
    let content = harmless(text)
    let end = content.hasSuffix("\n") || content.isEmpty ? "" : "\n"
    let run = longestBacktickRun(content)
    guard run < longestFence else { return "<pre>\n\(htmlLines(content))\(end)</pre>\n" }
    let fence = String(repeating: "`", count: max(3, run + 1))
    return "\(fence)text\n\(content)\(end)\(fence)\n"
  }

  /// cmark counts a fence's length in one byte, so a longer run inside would close any fence.
  private static let longestFence = 255

  private static func escaped(_ text: String, lineEnd: String) -> String {
    let plain = harmless(text).unicodeScalars.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    var result = ""
    var previous: Unicode.Scalar?
    var isNumber = true
    for scalar in plain {
      if opensBlock(scalar, after: previous, isNumber: isNumber) { result += "\\" }
      result += replacement(for: scalar, after: previous, lineEnd: lineEnd) ?? String(scalar)
      isNumber = isNumber && ("0"..."9").contains(scalar)
      previous = scalar
    }
    return result
  }

  /// Whether it would start a list (`- `, `1. `) or a heading's underline at the beginning of a text.
  private static func opensBlock(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, isNumber: Bool) -> Bool {
    switch scalar {
    case "-", "+", "=": previous == nil
    case ".", ")": previous != nil && isNumber
    default: false
    }
  }

  /// Nil for a character that means nothing to Markdown.
  private static func replacement(
    for scalar: Unicode.Scalar, after previous: Unicode.Scalar?, lineEnd: String
  ) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\n": lineEnd
    case "\t": " "
    // cmark-gfm links e-mail addresses in escaped text too; a comment after the @ parts them, and GitHub's mentions.
    case "@": "@<!-- -->"
    case "\\", "`", "*", "_", "[", "]", "|", "#", "!", "~", "$": "\\" + String(scalar)
    // `http://` and `www.` become links by themselves.
    case "/" where previous == ":": "\\/"
    case ".": previous == "w" || previous == "W" ? "\\." : nil
    default: nil
    }
  }

  private static func htmlLines(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&", "<", ">", "@": result += replacement(for: scalar, after: nil, lineEnd: "") ?? ""
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func harmless(_ text: String) -> String {
    // CR LF is one Character; to go through Characters takes its time, and hardly any text needs it.
    let hasReturns = text.utf8.contains(UInt8(ascii: "\r"))
    return TerminalText.escaped(hasReturns ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text)
  }

  private static func longestBacktickRun(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
