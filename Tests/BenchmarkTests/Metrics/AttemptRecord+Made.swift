import Benchmark

extension AttemptRecord {
  /// Queued at 0, admitted at 10 ms, sent at 30 ms, then reads at the given milliseconds after that.
  static func made(
    readsAt offsets: [Int64] = [], bytes: Int = 10, firstAnswer: Int64? = nil, usage: Usage? = nil,
    answer: String = "", reasoningText: String = "", reasoning: ReasoningVisibility = .none,
    toolCalls: [ToolCall] = [], streamed: Bool = true, outcome: OutcomeClass = .ok, suspended: Bool = false
  ) -> AttemptRecord {
    let sent = 30 * Nanoseconds.perMillisecond
    let stamps = offsets.map { $0 * Nanoseconds.perMillisecond }
    let opening = firstAnswer.map { $0 * Nanoseconds.perMillisecond } ?? stamps.first
    return AttemptRecord(
      session: 0, trial: 0, prompt: "p", contestant: "c", repetition: 1, wall: "2026-01-01T00:00:00.000Z",
      timeline: Timeline(
        queued: 0, admitted: 10 * .perMillisecond, sent: sent, firstToken: stamps.first.map { $0 + sent },
        firstAnswer: opening.map { $0 + sent }, lastToken: stamps.last.map { $0 + sent },
        ended: sent + (stamps.last ?? 0) + 5 * .perMillisecond),
      reads: stamps.map { TokenRead(offset: $0, bytes: bytes) }, streamed: streamed, requestedModel: "m",
      usage: usage, answer: answer, reasoningText: reasoningText, reasoning: reasoning, toolCalls: toolCalls,
      outcome: Outcome(outcome), suspended: suspended)
  }
}
