internal import Benchmark
internal import Harness
internal import Reporting

/// The one line that says what a run will take before it takes anything.
struct PlanLine: Sendable, CustomStringConvertible {
  var budget: Budget

  var description: String { (budget.contestants == 0 ? "" : "\(count) (\(shape))") + judges + pace + quota }

  /// As in `3 models × 12 prompts × 2 repetitions, 1 warm-up each`.
  var shape: String {
    "\(counted(budget.contestants, "model")) × \(counted(budget.prompts, "prompt"))"
      + (budget.repetitions > 1 ? " × \(budget.repetitions) repetitions" : "")
      + (budget.warmUps > 0 ? ", \(counted(budget.warmUps, "warm-up")) each" : "")
  }

  private var count: String {
    let planned = counted(budget.planned, "request")
    let floor = budget.answersTools && budget.requests > 0 ? "at least " : ""
    return floor + (budget.left.map { "\($0.requests) of \(planned)" } ?? planned)
  }

  private var judges: String {
    guard budget.judgeRequests > 0 else { return "" }
    let names = "judges (\(budget.judges.joined(separator: ", ")))"
    return budget.contestants == 0
      ? "\(counted(budget.judgeRequests, "request")) to \(names)" : " and up to \(budget.judgeRequests) to \(names)"
  }

  private var pace: String {
    guard let rate = budget.rate, let duration = budget.duration else { return ", no rate limit" }
    return ", at least \(DurationText.short(duration)) at \(rate)"
  }

  private var quota: String {
    guard budget.freeRequests > 0, let remaining = budget.remaining else { return "" }
    let limit = budget.daily.map { " of \($0)" } ?? ""
    return "; \(remaining)\(limit) free requests left today"
      + (budget.isOurCount ? " by our own count" : "") + afterwards
  }

  private var afterwards: String {
    if let resumeState = budget.resumeState { return ", \(resumeState) afterwards" }
    if let days = budget.days { return ", \(days) days needed" }
    return ""
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
