/// A text and how often it was met.
package struct TextCount: Hashable, Sendable {
  package let text: String
  package let count: Int

  /// The most frequent first, then in alphabetical order.
  static func counts(_ texts: some Sequence<String>) -> [TextCount] {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.map { TextCount(text: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}
