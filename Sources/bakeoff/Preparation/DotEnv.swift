/// The lines `NAME=value` of a `.env` file.
///
/// `export` in front and quotes around a value are taken off; what begins with `#` is a comment.
struct DotEnv: Sendable {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) { add(String(line)) }
  }

  subscript(name: String) -> String? { values[name] }

  private mutating func add(_ line: String) {
    var line = trimmed(line)
    if line.hasPrefix("#") { return }
    if line.hasPrefix("export ") { line = trimmed(String(line.dropFirst("export ".count))) }
    guard let equals = line.firstIndex(of: "=") else { return }
    values[trimmed(String(line[..<equals]))] = unquoted(trimmed(String(line[line.index(after: equals)...])))
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  private func unquoted(_ text: String) -> String {
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}
