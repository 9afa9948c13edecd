extension String {
  /// Its beginning between double quotes, safe to show; "nothing" when it is empty.
  var shown: String { isEmpty ? "nothing" : "\"\(excerpt())\"" }

  /// As people compare texts that differ in case alone.
  func folded(_ ignoringCase: Bool) -> String { ignoringCase ? lowercased() : self }
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
