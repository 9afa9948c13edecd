internal import Benchmark

extension ChatReading {
  /// Reasons that mean the server gave up (vLLM, DeepSeek), though no error object says so.
  private static let brokenReasons: Set = ["error", "abort", "insufficient_system_resource"]
  private static let lengthReasons: Set = ["length", "model_length"]
  private static let refusalReasons: Set = ["content_filter", "refusal"]

  /// Whether a finish reason says that the limit of tokens ended the answer.
  package static func isLimit(_ finishReason: String?) -> Bool { finishReason.map(lengthReasons.contains) ?? false }

  /// The class of an answer in a 200: the first of METRICS.md's list that applies.
  ///
  /// A filter's stop is `refused` even without a word: `empty` is worth another try, a refusal is not.
  func judged() -> Verdict {
    let reason = finishReason ?? ""
    if error != nil || Self.brokenReasons.contains(reason) { return .streamError }
    if isEventStream, finishReason == nil, !done { return .cutOff }
    if Self.isLimit(finishReason) { return .length }
    if Self.refusalReasons.contains(reason) || !refusal.isEmpty { return .refused }
    return answer.isEmpty && toolCalls.isEmpty ? .empty : .ok
  }

  /// What was odd about the stream, as sentences for a person.
  func oddities(complete: Bool, tail: Bool) -> [String] {
    var notes: [String] = []
    // Of an answer that was finished whoever carried it out tells better what came afterwards.
    if !complete, !isFinished, verdict != .cutOff { notes.append("the connection broke behind the answer") }
    if finishReason == nil, done { notes.append("no finish_reason") }
    if finishReason != nil, !done { notes.append("no [DONE]") }
    if tail { notes.append("the last event had no blank line") }
    if badJSON > 0 { notes.append(badJSON == 1 ? "1 event was not JSON" : "\(badJSON) events were not JSON") }
    if afterDone > 0 { notes.append(afterDone == 1 ? "1 event after [DONE]" : "\(afterDone) events after [DONE]") }
    if error != nil, let finishReason, finishReason != "error" {
      notes.append("an error came beside finish_reason \(finishReason.debugDescription)")
    }
    return notes + usageOddities()
  }

  func usageOddities() -> [String] {
    guard let usage else { return error == nil ? ["usage missing"] : [] }
    let refused = usage.refused.isEmpty ? [] : [Benchmark.Usage.refusal(of: usage.refused)]
    guard let all = usage.completionTokens, let reasoning = usage.reasoningTokens, reasoning > all else {
      return refused
    }
    return refused + ["more reasoning tokens (\(reasoning)) than completion tokens (\(all))"]
  }
}
