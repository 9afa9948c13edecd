internal import Benchmark
internal import Harness
internal import Wire

/// The one line that says what a run will cost before it costs anything.
struct PlanLine: Sendable {
  var prompts: Int
  var contestants: Int
  var repetitions: Int
  /// Requests to each contestant before the measured ones.
  var warmUps = 0
  /// How many of the contestants draw on the free quota.
  var freeContestants: Int
  var rate: RequestRate?
  var quota: KeyInfo?

  var requests: Int { requests(of: contestants) }

  private var freeRequests: Int { requests(of: freeContestants) }

  private func requests(of contestants: Int) -> Int { (prompts * repetitions + warmUps) * contestants }

  /// How many requests the day's quota cannot cover; 0 where the quota is unknown.
  var shortage: Int { max(freeRequests - (quota?.freeRemaining ?? freeRequests), 0) }

  var description: String {
    "\(counted(requests, "request")) (\(counted(contestants, "model")) × \(counted(prompts, "prompt"))"
      + (repetitions > 1 ? " × \(repetitions) repetitions" : "")
      + (warmUps > 0 ? ", \(warmUps) warm-up\(warmUps == 1 ? "" : "s") each)" : ")") + pace + left
  }

  private var pace: String {
    guard let rate else { return ", no rate limit" }
    return ", at least \(DurationText.short(rate.time(for: requests))) at \(rate)"
  }

  private var left: String {
    guard freeRequests > 0, let remaining = quota?.freeRemaining else { return "" }
    return "; \(remaining)\(quota?.freeLimit.map { " of \($0)" } ?? "") free requests left today"
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
