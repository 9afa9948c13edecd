extension AttemptRecord {
  /// Whether the server had at least half of the prompt in its cache: then its TTFT is another quantity.
  ///
  /// Nil where the server does not tell, and for what no server was asked.
  package var metPromptCache: Bool? {
    guard cached == nil, let found = usage?.cachedTokens, let all = usage?.promptTokens, found >= 0, all > 0
    else { return nil }
    return found >= all - found
  }

  /// How its text came, where that shows whether something on the way holds a stream back.
  package enum Delivery: Hashable, Sendable {
    /// In several reads.
    case piecemeal
    /// Several pieces of it in one read.
    case bundled
    /// There was one piece, so that one read says nothing.
    case single
  }

  /// Nil without a stream that brought text.
  package var delivery: Delivery? {
    guard streamed, cached == nil, !reads.isEmpty else { return nil }
    if reads.count > 1 { return .piecemeal }
    return hasSeveralPieces ? .bundled : .single
  }

  /// Journals that did not count events tell it by the text's length: no server sends so much of it at once.
  private var hasSeveralPieces: Bool {
    textEvents.map { $0 > 1 } ?? (answer.utf8.count + reasoningText.utf8.count >= 400)
  }
}
