extension String {
  /// The first characters, counted as Unicode scalars: one user-visible character may be a million of them.
  func shortened(to count: Int) -> String {
    // Few bytes cannot be many scalars: the usual message is not copied.
    utf8.count <= count ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
  }

  /// Without blanks at either end.
  var trimmed: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop { $0.isWhitespace })
  }
}
