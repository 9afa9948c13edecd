extension AttemptRecord {
  /// Who counted this attempt's tokens: the server wherever it did.
  package var tokenSource: TokenSource { usage?.completionTokens == nil ? .estimated : .server }

  /// All tokens that the model wrote, reasoning included; nil where there is neither a count nor text.
  package var tokens: TokenCount? { tokens(by: tokenSource) }

  /// Tokens of the answer and of tool calls, reasoning left out; nil where that cannot be told.
  package var answerTokens: TokenCount? { answerTokens(by: tokenSource) }

  package func tokens(by source: TokenSource) -> TokenCount? {
    switch source {
    case .server: usage?.completionTokens.map { TokenCount(value: Double($0), source: .server) }
    case .estimated: TokenCount(estimatedFromBytes: reasoningText.utf8.count + answerBytes)
    }
  }

  package func answerTokens(by source: TokenSource) -> TokenCount? {
    switch source {
    case .server: serverAnswerTokens.map { TokenCount(value: Double($0), source: .server) }
    case .estimated: TokenCount(estimatedFromBytes: answerBytes)
    }
  }

  private var serverAnswerTokens: Int? {
    guard let all = usage?.completionTokens else { return nil }
    if let reasoning = usage?.reasoningTokens { return max(0, all - reasoning) }
    return reasoning == .none ? all : nil
  }

  private var answerBytes: Int {
    toolCalls.reduce(answer.utf8.count) { $0 + $1.name.utf8.count + $1.arguments.utf8.count }
  }
}
