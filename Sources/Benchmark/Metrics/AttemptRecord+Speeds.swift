extension AttemptRecord {
  /// Tokens a second from the first token to the last; nil where reasoning was hidden from the stream.
  package var decodeRate: Double? { decodeRate(by: tokenSource) }

  package func decodeRate(by source: TokenSource) -> Double? {
    guard showsItsTokens, let tokens = tokens(by: source) else { return nil }
    return window(from: timeline.firstToken)?.speed(of: tokens.value)
  }

  /// Tokens a second from the first of the answer to the last.
  package var answerRate: Double? {
    guard showsItsTokens, let tokens = answerTokens else { return nil }
    return window(from: timeline.firstAnswer)?.speed(of: tokens.value)
  }

  /// Characters (Unicode code points) of the answer a second, for fairness across tokenizers.
  package var answerCharacterRate: Double? {
    guard showsItsTokens else { return nil }
    return window(from: timeline.firstAnswer)?.speed(of: Double(answer.unicodeScalars.count))
  }

  /// Tokens a second over the whole latency.
  package var outputRate: Double? {
    guard let tokens, let latency, latency > 0 else { return nil }
    return tokens.value / latency.seconds
  }

  /// Gaps between token-bearing reads, in milliseconds.
  package var readGaps: Sample {
    Sample(zip(reads, reads.dropFirst()).map { ($1.offset - $0.offset).milliseconds })
  }

  private var showsItsTokens: Bool { streamed && reasoning != .hidden && reasoning != .summarised }

  private func window(from opening: Nanoseconds?) -> ReadWindow? {
    guard let sent = timeline.sent, let opening, let last = timeline.lastToken else { return nil }
    return ReadWindow(reads: reads, from: opening - sent, to: last - sent)
  }
}
