/// How many columns of a terminal a text takes.
enum DisplayWidth {
  /// Near enough: two for East Asian wide characters and emoji, none for what combines, one for all else.
  static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) || character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1
    }
  }

  /// The W and F blocks of Unicode's East Asian Width, emoji among them.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }

  /// Its beginning and its end with `…` between, where it is too long; ids differ at both ends.
  static func shortened(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    let room = max(0, width - 1)
    let head = prefix(text, columns: (room + 1) / 2)
    let tail = prefix(text.reversed(), columns: room / 2).reversed()
    return String(head) + "…" + String(tail)
  }

  /// Its beginning with `…` behind it, where it is too long.
  static func beginning(of text: String, to width: Int) -> String {
    columns(of: text) > width ? String(prefix(text, columns: max(0, width - 1))) + "…" : text
  }

  private static func prefix(_ characters: some Sequence<Character>, columns limit: Int) -> [Character] {
    var used = 0
    return Array(
      characters.prefix { character in
        used += columns(of: character)
        return used <= limit
      })
  }
}
