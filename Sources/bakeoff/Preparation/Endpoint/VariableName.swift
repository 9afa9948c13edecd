internal import Benchmark

/// A text that ought to name a variable, and may be the key itself, typed or filled in by a shell in its place.
struct VariableName: Sendable {
  static let refusal =
    "'--api-key-env <name>' takes the name of a variable that holds the key, such as OPENROUTER_API_KEY, never the key "
    + "itself, and nothing else than letters, digits and '_'. Your text is not repeated here. If it was a key, make a "
    + "new one: a shell's history or a log may hold this one."

  private static let fewestCharacters = 16
  private static let fewestDigits = 4

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether a shell could set it, and no service gives out keys that begin so.
  var isName: Bool { text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil && !LeakedKey.isFound(in: text) }

  /// Whether it could be a key of a service whose keys have no mark of their own, such as 32 letters and digits.
  var mayBeKey: Bool {
    !isName || text.count >= Self.fewestCharacters && text.count(where: \.isNumber) >= Self.fewestDigits
  }
}
