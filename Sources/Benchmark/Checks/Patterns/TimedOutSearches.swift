/// Searches that ran out of time, so that none of them is begun again: each keeps a processor busy for good.
struct TimedOutSearches {
  /// A pattern that ran out of time on so many texts is not asked again, whatever the text.
  static let mostTexts = 2

  private var texts: [CheckPattern: Set<String>] = [:]

  func holds(_ pattern: CheckPattern, in text: String) -> Bool {
    texts[pattern].map { $0.count >= Self.mostTexts || $0.contains(text) } ?? false
  }

  mutating func add(_ pattern: CheckPattern, in text: String) { texts[pattern, default: []].insert(text) }

  /// It came to an end after all: the machine was busy.
  mutating func remove(_ pattern: CheckPattern, in text: String) { texts[pattern]?.remove(text) }
}
