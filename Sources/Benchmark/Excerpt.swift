extension String {
  /// At most `limit` characters of it, cut at the end, with everything escaped that could move a cursor, break a line
  /// or reverse a sentence, and with keys masked.
  package func excerpt(_ limit: Int = 60) -> String {
    // Characters are not bounded (a letter takes any number of accents), scalars are. No key is longer than the margin.
    let margin = 300
    let start = String(String.UnicodeScalarView(unicodeScalars.prefix(limit + margin)))
    let cut = LeakedKey.redacted(start).unicodeScalars.prefix(limit + 1)
    let shown = cut.prefix(limit).map(Self.shown).joined()
    return cut.count > limit ? shown + "…" : shown
  }

  /// The excerpt between single quotes.
  package func quotedExcerpt(_ limit: Int = 60) -> String {
    "'\(excerpt(limit))'"
  }

  /// Whether it can be shown whole, as it is, in one line of at most `limit` characters.
  package func isShownAsItIs(_ limit: Int) -> Bool {
    excerpt(limit) == self
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
