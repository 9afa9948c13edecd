extension SchemaFiller {
  /// A text that the conversation holds for an argument, else what its schema gives as an example.
  mutating func argument(_ schema: JSON, under key: String) -> String {
    let found = candidates(schema, under: key)
    if found.isEmpty {
      return (schema["default"]?.text ?? schema["examples"]?.elements?.first?.text).map(\.self) ?? text(schema)
    }
    defer { texts += 1 }
    return found[texts % found.count]
  }

  /// What the conversation holds for a text: those that the pattern, the format or the name of the argument asks for,
  /// else names.
  func candidates(_ schema: JSON, under key: String) -> [String] {
    let fitting = hints.mentions.fitting(key: key, format: schema["format"]?.text)
    if let pattern = schema["pattern"]?.text {
      guard let expression = try? Regex<AnyRegexOutput>(pattern) else { return [] }
      let all = (fitting ?? []) + hints.mentions.codes + hints.mentions.dates + hints.mentions.quoted + hints.names
      return all.filter { (try? expression.wholeMatch(in: $0)) != nil }
    }
    if let fitting, !fitting.isEmpty { return fitting }
    if schema["format"] != nil { return [] }
    let words = Set(Mentions.words(of: key))
    if !words.isDisjoint(with: Self.wordsForSearch) {
      return hints.mentions.quoted.isEmpty ? [hints.topics.prefix(4).joined(separator: " ")] : hints.mentions.quoted
    }
    let length = schema["maxLength"]?.number ?? .infinity
    let names = hints.names.isEmpty ? hints.mentions.quoted : hints.names
    return names.filter { Double($0.count) <= length }
  }

  private static let wordsForSearch: Set<String> = ["query", "search", "question", "keywords", "topic", "prompt"]

  /// Whether the conversation says what an argument is that may be missing.
  func isSaid(_ schema: JSON, under key: String) -> Bool {
    if let choices = schema["enum"]?.elements { return !hints.mentioned(among: choices).isEmpty }
    switch schema["type"]?.text {
    case "boolean": return hints.mentions(key)
    case "integer", "number": return hints.mentions(key) && !hints.numbers.isEmpty
    case "string":
      let fitting = hints.mentions.fitting(key: key, format: schema["format"]?.text)
      return fitting.map { !$0.isEmpty } ?? hints.mentions(key)
    default: return false
    }
  }

  /// How many things the conversation names for a tool that takes them one at a time.
  func things(for schema: JSON, under key: String) -> Int {
    if let choices = schema["enum"]?.elements { return hints.mentioned(among: choices).count }
    return schema["type"]?.text == "string" ? Set(candidates(schema, under: key)).count : 1
  }
}

extension Hints {
  /// Those of some choices that the conversation mentions, in its order.
  func mentioned(among choices: [JSON]) -> [JSON] {
    choices.compactMap { choice in
      choice.text.flatMap { text.firstRange(of: $0.lowercased()) }.map { (place: $0.lowerBound, choice: choice) }
    }.sorted { $0.place < $1.place }.map(\.choice)
  }

  /// Whether the conversation has a word of a name.
  func mentions(_ key: String) -> Bool {
    Mentions.words(of: key).contains { $0.count > 3 && text.contains($0) }
  }
}
