/// A pattern of a schema: a regular expression of ECMA-262, found anywhere in a text.
struct SchemaPattern: Sendable {
  /// As the schema has it.
  let text: String
  private let pattern: CheckPattern

  init(_ text: String) throws(CheckPattern.Fault) {
    self.text = text
    pattern = try CheckPattern(ecmaScript: text)
  }

  func search(_ text: String) -> CheckPattern.Finding { pattern.search(text) }
}
