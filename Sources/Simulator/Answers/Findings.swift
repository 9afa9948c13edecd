/// What tools answered: every value with the key it stands under, in order.
struct Findings: Hashable, Sendable {
  let values: [JSON.Field]

  init(_ results: [String]) {
    values = results.flatMap { result in
      JSON(parsing: result).map { Self.leaves(of: $0, under: "") } ?? [.init(key: "", value: .string(result))]
    }
  }

  private static func leaves(of value: JSON, under key: String) -> [JSON.Field] {
    switch value {
    case .object(let fields): fields.flatMap { leaves(of: $0.value, under: $0.key) }
    case .array(let elements): elements.flatMap { leaves(of: $0, under: key) }
    default: [JSON.Field(key: key, value: value)]
    }
  }

  /// A text with `{key}` replaced, the first mention of a key by its first value, the next by its next.
  ///
  /// Nil when a value is missing: who was told less cannot say it.
  func filled(_ text: String) -> String? {
    var filled = ""
    var taken: [String: Int] = [:]
    var rest = text[...]
    while let match = rest.firstMatch(of: /\{([A-Za-z_]+)\}/) {
      let key = String(match.output.1)
      let candidates = values.filter { $0.key == key }
      guard let value = candidates.dropFirst(taken[key, default: 0]).first else { return nil }
      taken[key, default: 0] += 1
      filled += rest[..<match.range.lowerBound] + value.value.words
      rest = rest[match.range.upperBound...]
    }
    return filled + rest
  }

  /// All of it in a sentence.
  var sentence: String {
    if let error = values.first(where: { $0.key == "error" }) { return "That did not work: \(error.value.words)." }
    let words = values.map { $0.key.isEmpty ? $0.value.words : "\($0.key.replacing("_", with: " ")) \($0.value.words)" }
    let found = words.joined(separator: ", ")
    return found.isEmpty
      ? "The tool found nothing." : "This is what I found: \(found)\(found.hasSuffix(".") ? "" : ".")"
  }
}

extension JSON {
  /// The value as it stands in a sentence.
  var words: String { text ?? String(decoding: bytes, as: UTF8.self) }
}
