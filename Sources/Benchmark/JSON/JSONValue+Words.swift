extension JSONValue {
  /// What it is, in few words that are safe to show: `"three"`, `12`, `an array of 3 items`.
  package var words: String {
    switch self {
    case .null, .bool, .integer, .wideInteger, .number: shown
    case .string(let text): text.doublyQuotedExcerpt
    case .array(let items): items.isEmpty ? "an empty array" : "an array of \(items.count.counting("item"))"
    case .object(let members):
      members.isEmpty ? "an empty object" : "an object with \(members.keys.sorted().shown(joinedBy: "and"))"
    }
  }
}

extension String {
  var doublyQuotedExcerpt: String { "\"\(excerpt())\"" }
}

extension Int {
  /// "1 item", "2 items".
  func counting(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension [String] {
  /// "a", "a or b", "a, b or c"; long lists are cut.
  var alternatives: String {
    let most = 12
    let shown = count > most ? prefix(most) + ["\(count - most) more"] : self[...]
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
    return "\(shown.dropLast().joined(separator: ", ")) or \(last)"
  }
}
