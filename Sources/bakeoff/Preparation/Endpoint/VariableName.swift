internal import Benchmark

/// A text that ought to name a variable, and may be the key itself, typed or filled in by a shell in its place.
struct VariableName: Sendable {
  static let refusal =
    "'--api-key-env <name>' takes the name of a variable that holds the key, such as OPENROUTER_API_KEY, never the key "
    + "itself, and nothing else than letters, digits and '_'. Your text is not repeated here. \(advice)"
  /// Where the text could be a name and no variable has it.
  static let unknown =
    "'--api-key-env <name>' takes the name of a variable that holds the key, such as OPENROUTER_API_KEY, and no "
    + "variable has the name that you gave. It is not repeated here, since it could be a key. \(advice)"
  private static let advice =
    "If it was a key, make a new one: a shell's history or a log may hold this one."

  /// A name that is longer than this is believed to be one by its words alone.
  private static let shortName = 15
  private static let longestWord = 15
  private static let nameWords = [
    "KEY", "KEYS", "APIKEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL", "CREDENTIALS",
  ]
  /// How keys begin that are made of what a name may hold: those of Hugging Face, Groq, Replicate, Stripe and others.
  private static let keyBeginnings = [
    "sk_", "pk_", "rk_", "hf_", "gsk_", "r8_", "ghp_", "gho_", "nvapi_", "pplx_", "xai_",
  ]

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether a shell could set it, and no service gives out keys that begin so.
  var isName: Bool { text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil && !LeakedKey.isFound(in: text) }

  /// Whether it could be a key, of letters and digits alone, that no variable is named by: what nobody has set is shown
  /// only where it reads like a name.
  var mayBeKey: Bool {
    guard isName else { return true }
    if text.count <= Self.shortName { return false }
    let words = text.split(separator: "_")
    return Self.keyBeginnings.contains(where: text.hasPrefix) || words.contains { $0.count > Self.longestWord }
      || !words.contains { Self.nameWords.contains($0.uppercased()) }
  }
}
