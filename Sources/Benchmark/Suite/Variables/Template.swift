/// A text with places `{{name}}` to be filled; `\{{` is two braces that are meant.
struct Template: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(Substring)
    /// Without the white space around it.
    case name(String)
    /// Braces that nothing closes.
    case open(Substring)
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let braces = Self.firstBraces(in: rest) {
      let before = rest[..<braces]
      let after = rest[rest.utf8.index(braces, offsetBy: 2)...]
      if before.utf8.last == UInt8(ascii: "\\") {
        pieces += [.text(before[..<before.utf8.index(before.endIndex, offsetBy: -1)]), .text("{{")]
        rest = after
        continue
      }
      pieces.append(.text(before))
      guard let end = Self.end(in: after) else {
        pieces.append(.open(rest[braces...]))
        rest = rest[rest.endIndex...]
        break
      }
      pieces.append(.name(after[..<end].trimmed))
      rest = after[after.utf8.index(end, offsetBy: 2)...]
    }
    self.pieces = pieces + [.text(rest)]
  }

  /// Whether a text has anything to fill or to unescape; most have not, and are left alone.
  static func isOne(_ text: String) -> Bool { firstBraces(in: text[...]) != nil }

  static func hasNames(_ text: String) -> Bool { isOne(text) && !Template(text).names.isEmpty }

  var names: [String] { pieces.compactMap { if case .name(let name) = $0 { name } else { nil } } }

  /// Whether a name can stand between braces.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name == name.trimmed && name.isShownAsItIs(60) && !name.contains { "{}\\".contains($0) }
  }

  private static func firstBraces(in text: Substring) -> Substring.Index? { pair(UInt8(ascii: "{"), in: text) }

  /// Where a name ends: before the first `}}`, with no brace on the way.
  private static func end(in text: Substring) -> Substring.Index? {
    guard let end = pair(UInt8(ascii: "}"), in: text) else { return nil }
    return text[..<end].utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") } ? nil : end
  }

  private static func pair(_ byte: UInt8, in text: Substring) -> Substring.Index? {
    let bytes = text.utf8
    var index = bytes.startIndex
    while let first = bytes[index...].firstIndex(of: byte) {
      let next = bytes.index(after: first)
      guard next < bytes.endIndex else { return nil }
      if bytes[next] == byte { return first }
      index = next
    }
    return nil
  }
}
