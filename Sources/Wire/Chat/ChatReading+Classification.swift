internal import Benchmark

extension ChatReading {
  /// The class of an answer in a 200: the first of METRICS.md's list that applies.
  ///
  /// A filter's stop is `refused` even without a word: `empty` is worth another try, a refusal is not.
  func classified() -> OutcomeClass {
    let reason = finishReason.flatMap(FinishReason.init(spelling:))
    if error != nil || reason == .error { return .streamError }
    if isEventStream, finishReason == nil, !done { return .cutOff }
    if isDamaged { return .damaged }
    if reason == .length { return .length }
    if reason == .contentFilter || !refusal.isEmpty { return .refused }
    return answer.isEmpty && toolCalls.isEmpty && parts.isEmpty ? .empty : .ok
  }

  /// What was odd about the stream, as sentences for a person.
  func oddities(complete: Bool, tail: Bool) -> [String] {
    var notes: [String] = []
    // Of an answer that was finished whoever carried it out tells better what came afterwards.
    if !complete, !isFinished, outcome != .cutOff { notes.append("the connection broke behind the answer") }
    if finishReason == nil, done { notes.append("no finish_reason") }
    if finishReason != nil, !done { notes.append("no [DONE]") }
    if tail { notes.append("the last event had no blank line") }
    if badJSON > 0 { notes.append(badJSON == 1 ? "1 event was not JSON" : "\(badJSON) events were not JSON") }
    if afterDone > 0 { notes.append(afterDone == 1 ? "1 event after [DONE]" : "\(afterDone) events after [DONE]") }
    if error != nil, let finishReason, FinishReason(spelling: finishReason) != .error {
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
