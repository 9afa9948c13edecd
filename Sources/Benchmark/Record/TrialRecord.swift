/// How a cell of the plan was settled: with its last attempt's outcome, or not sent at all.
package struct TrialRecord: Codable, Hashable, Sendable {
  /// The trial's number in the plan.
  package var trial: Int
  package var prompt: String
  package var contestant: String
  package var repetition: Int
  /// How many requests were made for it; 0 when it was not sent.
  package var attempts: Int
  /// The last attempt's class; nil when it was not sent.
  package var outcome: OutcomeClass?
  /// Why it was not sent, in words.
  package var notSent: String?

  package init(
    trial: Int, prompt: String, contestant: String, repetition: Int, attempts: Int, outcome: OutcomeClass?,
    notSent: String? = nil
  ) {
    self.trial = trial
    self.prompt = prompt
    self.contestant = contestant
    self.repetition = repetition
    self.attempts = attempts
    self.outcome = outcome
    self.notSent = notSent
  }

  package init(settling attempt: AttemptRecord) {
    self.init(
      trial: attempt.trial, prompt: attempt.prompt, contestant: attempt.contestant, repetition: attempt.repetition,
      attempts: attempt.attempt, outcome: attempt.outcome.kind)
  }

  /// Whether the run ended within a conversation: what it had come to last was answered.
  package func wasCutShort(after last: AttemptRecord) -> Bool {
    outcome == .cancelled && last.outcome.kind != .cancelled
  }

  package enum CodingKeys: String, CodingKey {
    case trial, prompt, contestant, repetition, attempts, outcome
    case notSent = "not_sent"
  }
}
