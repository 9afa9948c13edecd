/// A key that shows itself to nobody: only a request's header is made from its text.
package struct APIKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let text: String

  /// Takes white space off both ends; nil when nothing is left or something in it cannot stand in a header.
  package init?(_ text: String) {
    let trimmed = text.trimmingASCIISpace
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.text = trimmed
  }

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of the header `Authorization`.
  package var authorization: String { "Bearer \(text)" }
}

extension String {
  /// Without the spaces, tabs and line ends at both ends.
  var trimmingASCIISpace: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
