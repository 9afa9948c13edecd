extension String {
  /// At most `limit` characters of it, cut at the end, with everything escaped that could move a cursor, break a line
  /// or reverse a sentence, and with keys masked.
  package func excerpt(_ limit: Int = 60) -> String {
    // Characters are not bounded (a letter takes any number of accents), scalars are. No key is longer than the margin.
    let margin = 300
    let start = String(String.UnicodeScalarView(unicodeScalars.prefix(limit + margin)))
    let cut = Array(LeakedKey.redacted(start).unicodeScalars.prefix(limit + 1))
    let shown = cut.indices.prefix(limit).map {
      Self.isJoinerInWord(at: $0, of: cut) ? String(cut[$0]) : Self.shown(cut[$0])
    }
    return cut.count > limit ? shown.joined() + "…" : shown.joined()
  }

  /// The excerpt between single quotes.
  package func quotedExcerpt(_ limit: Int = 60) -> String {
    "'\(excerpt(limit))'"
  }

  /// Whether it can be shown whole, as it is, in one line of at most `limit` characters.
  package func isShownAsItIs(_ limit: Int) -> Bool {
    excerpt(limit) == self
  }

  /// Whether it is U+200C or U+200D between letters of a script that is spelled with them, Arabic's to Mongolian's.
  ///
  /// Among other letters they are seen by nobody, and would make two words of one (Unicode Technical Report 36).
  private static func isJoinerInWord(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index] == "\u{200C}" || scalars[index] == "\u{200D}" else { return false }
    return [index - 1, index + 1].allSatisfy { scalars.indices.contains($0) && scalars[$0].isOfJoinedScript }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      return String(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// A letter or a mark of the blocks from Arabic to Mongolian.
  fileprivate var isOfJoinedScript: Bool {
    guard ("\u{600}"..."\u{18AF}").contains(self) else { return false }
    switch properties.generalCategory {
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
