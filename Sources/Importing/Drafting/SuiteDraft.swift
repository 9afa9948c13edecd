internal import Benchmark

/// A suite before it is text.
struct SuiteDraft: Sendable {
  private static let longestName = 80

  var name: String
  var description: String?
  var contestants: [OrderedJSON] = []
  var cases: [Case] = []

  init(name: String) {
    self.name = SuiteDraft.plain(name, allowing: " ._-") ?? "imported"
  }

  var text: String {
    OrderedJSON.fields(
      ("name", .string(name)), ("description", description.map(OrderedJSON.string)),
      ("contestants", contestants.isEmpty ? nil : .array(contestants)),
      ("prompts", .array(prompts))
    ).text
  }

  private var prompts: [OrderedJSON] {
    var identifiers = Identifiers()
    return families.map { family in family.prompt { identifiers.new($0) } }
  }

  /// Neighbours only, so that the order of the foreign file stays.
  private var families: [CaseFamily] {
    var families: [CaseFamily] = []
    for next in cases {
      if families.isEmpty || !families[families.count - 1].admit(next) { families.append(CaseFamily(next)) }
    }
    return families
  }

  /// Ids that a suite may have, each given once.
  private struct Identifiers {
    private var taken: Set<String> = []
    /// The number to be tried next behind a word that several want.
    private var next: [String: Int] = [:]

    mutating func new(_ wish: String) -> String {
      let id = SuiteDraft.shown(wish) ?? "prompt"
      if taken.insert(id).inserted { return id }
      let word = id.prefix(SuiteDraft.longestName - 12).trimmed
      var number = next[word, default: 2]
      while !taken.insert("\(word)-\(number)").inserted { number += 1 }
      next[word] = number + 1
      return "\(word)-\(number)"
    }
  }

  /// At most 80 visible characters without braces, which would be filled; nil when nothing is left.
  private static func shown(_ wish: String) -> String? {
    let plain = wish.replacing("{{", with: "(").replacing("}}", with: ")").unicodeScalars
    // Some scripts are spelled with joiners; elsewhere they are as invisible as the others.
    return shown(plain.filter { isVisible($0) || $0 == "\u{200C}" || $0 == "\u{200D}" })
      ?? shown(plain.filter(isVisible))
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .control
  }

  private static func shown(_ scalars: String.UnicodeScalarView) -> String? {
    let words = String(String.UnicodeScalarView(scalars.prefix(longestName))).trimmed
    return words.isEmpty || !words.isShownAsItIs(longestName) ? nil : words
  }

  private static func plain(_ wish: String, allowing others: String) -> String? {
    let word = wish.map { $0.isLetter || $0.isNumber || others.contains($0) ? $0 : "-" }.prefix(longestName)
    let name = String(word).trimmed
    return name.isEmpty || name.excerpt(longestName) != name ? nil : name
  }
}
