/// An answer with everything about it that a check may ask.
package struct Judged: Hashable, Sendable {
  package var answer: String
  /// In the order in which they were made.
  package var toolCalls: [ToolCall]
  package var finishReason: String?
  package var outcome: OutcomeClass
  /// Milliseconds; nil where they were not measured, as is all below.
  package var timeToFirstToken: Double?
  /// Milliseconds.
  package var latency: Double?
  /// All that the model wrote, reasoning included.
  package var completionTokens: Double?
  package var reasoningTokens: Double?
  /// Of the answer alone.
  package var answerTokens: Double?
  /// The prompt's and the completion's.
  package var totalTokens: Double?
  /// US dollars.
  package var cost: Double?

  package init(
    _ answer: String, toolCalls: [ToolCall] = [], finishReason: String? = nil, outcome: OutcomeClass = .ok,
    timeToFirstToken: Double? = nil, latency: Double? = nil, completionTokens: Double? = nil,
    reasoningTokens: Double? = nil, answerTokens: Double? = nil, totalTokens: Double? = nil, cost: Double? = nil
  ) {
    self.answer = answer
    self.toolCalls = toolCalls
    self.finishReason = finishReason
    self.outcome = outcome
    self.timeToFirstToken = timeToFirstToken
    self.latency = latency
    self.completionTokens = completionTokens
    self.reasoningTokens = reasoningTokens
    self.answerTokens = answerTokens
    self.totalTokens = totalTokens
    self.cost = cost
  }
}

extension Judged {
  /// The answer that a trial's attempts, given in order, came to; nil where there is none.
  package init?(_ attempts: [AttemptRecord]) {
    guard let last = attempts.last else { return nil }
    let timed = last.suspended ? [] : attempts
    self.init(
      last.answer, toolCalls: last.toolCalls, finishReason: last.finishReason, outcome: last.outcome.kind,
      timeToFirstToken: Metric.timeToFirstToken.value(of: timed), latency: Metric.latency.value(of: timed),
      completionTokens: Metric.tokens.value(of: attempts),
      reasoningTokens: last.usage?.reasoningTokens.map(Double.init),
      answerTokens: last.answerTokens?.value, totalTokens: last.usage?.totalTokens.map(Double.init),
      cost: last.usage?.cost)
  }
}
