extension String {
  /// Its beginning between double quotes, safe to show; "nothing" when it is empty.
  var shown: String { isEmpty ? "nothing" : "\"\(excerpt())\"" }

  /// As people compare texts that differ in case alone: `ß` is `SS`, and a sigma at the end of a word is one.
  func folded(_ ignoringCase: Bool) -> String {
    ignoringCase ? uppercased().lowercased().replacing("ς", with: "σ") : self
  }

  /// With LF at the end of each line, where some systems and models write CR LF.
  var withPlainLineEnds: String { utf8.contains(UInt8(ascii: "\r")) ? replacing("\r\n", with: "\n") : self }
}

extension [String] {
  /// `"a"`, `"a" or "b"`, `"a", "b" or "c"`; safe to show.
  func shown(joinedBy word: String) -> String {
    let most = 5
    let texts = prefix(most).map(\.shown) + (count > most ? ["\(count - most) more"] : [])
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "nothing" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
