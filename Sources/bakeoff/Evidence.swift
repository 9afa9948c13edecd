internal import Benchmark
internal import Harness

/// How much of a plan became evidence, and what the process says of it.
struct Evidence: Sendable {
  private var planned: Int
  private var answered = 0
  private var unavailable = 0
  private var failedChecks = 0
  private var failures: [String: Int] = [:]
  private var stop: Stop?

  init(_ run: Run, stop: Stop?) {
    self.stop = stop
    planned = run.record.plan.trials.filter { !$0.isWarmUp }.count
    var last: [Int: AttemptRecord] = [:]
    for attempt in run.attempts where attempt.repetition > 0 { last[attempt.trial] = attempt }
    let checks = Dictionary(run.record.suite.prompts.map { ($0.id, $0.checks) }) { first, _ in first }
    for attempt in last.values {
      if attempt.outcome.kind.isAnswered {
        answered += 1
        failedChecks += (checks[attempt.prompt] ?? []).filter { !$0.judge(attempt.answer).passed }.count
      } else {
        failures[attempt.outcome.sentence, default: 0] += 1
        if attempt.outcome.kind.isUnavailability { unavailable += 1 }
      }
    }
    unavailable += planned - last.count
  }

  func status(failsOnChecks: Bool) -> ExitStatus {
    if case .keyRefused = stop { return .key }
    if failsOnChecks && failedChecks > 0 { return .checksFailed }
    switch stop {
    case .dayQuotaSpent, .paymentRequired, .costLimit: return .incomplete
    case .ledgerFailed: return .cannotWrite
    default: break
    }
    if answered == 0 { return .unavailable }
    return unavailable > 0 ? .incomplete : .success
  }

  /// What a person has to know beside the report; nil when all is well.
  var sentence: String? {
    switch stop {
    case .keyRefused: return "The endpoint wants a key that it knows: name one with '--api-key-env NAME'."
    case .ledgerFailed(let failure): return failure.description
    case .interrupted: return "Interrupted: \(answered) of \(planned) trials were measured, and the report holds them."
    default: break
    }
    if answered == 0 { return "No request was answered\(commonestFailure.map { ": \($0)" } ?? "")." }
    guard unavailable > 0 else { return nil }
    return "\(unavailable) of \(planned) trials got no answer for reasons of the service: the evidence is incomplete."
  }

  /// As in `36 × http_4xx: no such model`, shortened to a line.
  private var commonestFailure: String? {
    failures.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { "\($0.value) × \($0.key.prefix(160))" }
  }
}
