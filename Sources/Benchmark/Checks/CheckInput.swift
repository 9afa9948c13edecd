/// An answer with everything about it that a check may ask.
package struct CheckInput: Hashable, Sendable {
  /// Its lines end with LF.
  package let answer: String
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
  /// What programs and judges said of it, by the fingerprints of their rules.
  package var grades: [String: Grade]

  package init(
    _ answer: String, toolCalls: [ToolCall] = [], finishReason: String? = nil, outcome: OutcomeClass = .ok,
    timeToFirstToken: Double? = nil, latency: Double? = nil, completionTokens: Double? = nil,
    reasoningTokens: Double? = nil, answerTokens: Double? = nil, totalTokens: Double? = nil, cost: Double? = nil,
    grades: [String: Grade] = [:]
  ) {
    self.answer = answer.withPlainLineEnds
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
    self.grades = grades
  }
}

extension CheckInput {
  /// The answer that a trial's attempts, given in order, came to; nil where there is none.
  package init?(_ attempts: [AttemptRecord], grades: [String: Grade] = [:]) {
    guard let last = attempts.last else { return nil }
    let results = attempts.byRequest.compactMap(\.last)
    let timed = results.allSatisfy(\.isTimed) ? attempts : []
    self.init(
      last.answer, toolCalls: results.flatMap(\.toolCalls), finishReason: last.finishReason,
      outcome: last.outcome.kind, timeToFirstToken: Metric.timeToFirstToken.total(of: timed),
      latency: Metric.latency.total(of: timed), completionTokens: Metric.tokens.total(of: attempts),
      reasoningTokens: results.sum { $0.usage?.reasoningTokens.map(Double.init) },
      answerTokens: last.answerTokens?.value, totalTokens: results.sum { $0.usage?.totalTokens.map(Double.init) },
      cost: results.sum { $0.usage?.cost }, grades: grades)
  }
}

extension [AttemptRecord] {
  /// Nil where any is unknown.
  fileprivate func sum(_ value: (AttemptRecord) -> Double?) -> Double? {
    let values = compactMap(value)
    return values.count == count ? values.reduce(0, +) : nil
  }
}
