/// The lines `NAME=value` of a `.env` file: it gives keys, and no setting of bakeoff, of TLS or of a proxy.
///
/// As other readers of such files do it: a byte order mark, `export` in front and quotes around a value are taken off;
/// what begins with `#`, and ` #` behind a value, begins a comment, but not between quotes.
struct DotEnv: Sendable {
  private var values: [String: String] = [:]

  init(_ text: String) {
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    for line in text.split(whereSeparator: \.isNewline) { add(String(line)) }
  }

  subscript(name: String) -> String? { values[name] }

  /// The values that nobody else may see.
  ///
  /// A plain word such as `production` is a secret only where its name says so.
  var secrets: [String] {
    values.filter { name, value in
      !value.utf8.allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 } || DotEnv.namesSecret(name)
    }.map(\.value)
  }

  static func namesSecret(_ name: String) -> Bool {
    let name = name.uppercased()
    return ["KEY", "TOKEN", "SECRET", "PASS", "PWD", "AUTH", "CREDENTIAL"].contains { name.contains($0) }
  }

  private mutating func add(_ line: String) {
    var line = line.trimmed
    if line.hasPrefix("#") { return }
    if let rest = line.wholeMatch(of: /export\s+(.*)/)?.1 { line = String(rest) }
    guard let equals = line.firstIndex(of: "=") else { return }
    values[String(line[..<equals]).trimmed] = DotEnv.value(of: line[line.index(after: equals)...])
  }

  private static func value(of text: Substring) -> String {
    let start = String(text).trimmed
    for quote: Character in ["\"", "'"] where start.first == quote {
      if let quoted = quoted(start.dropFirst(), by: quote) { return quoted }
    }
    // "NAME= # none" has no value, "NAME=#1" has one.
    let uncommented = text.firstMatch(of: /\s#/).map { text[..<$0.range.lowerBound] }
    return String(uncommented ?? text).trimmed
  }

  /// Up to the closing quote; nil where none is.
  ///
  /// In double quotes a backslash escapes a quote and itself.
  private static func quoted(_ text: Substring, by quote: Character) -> String? {
    var (value, rest) = ("", text)
    while let character = rest.popFirst() {
      if character == quote { return value }
      let isEscape = quote == "\"" && character == "\\" && (rest.first == "\"" || rest.first == "\\")
      value.append(isEscape ? rest.removeFirst() : character)
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
