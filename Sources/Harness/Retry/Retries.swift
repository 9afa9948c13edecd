internal import Benchmark
internal import Synchronization

/// What a run has learned about sending again: what is left of its budget, and which contestants are left alone.
final class Retries: Sendable {
  private struct State: Sendable {
    var budget: RetryBudget
    var pauses: ModelPauses
  }

  private let policy: RetryPolicy
  private let chance: @Sendable () -> Double
  private let state: Mutex<State>

  /// `chance` gives numbers from 0 up to, not including, 1.
  init(_ policy: RetryPolicy, of record: RunRecord, chance: @escaping @Sendable () -> Double) {
    self.policy = policy
    self.chance = chance
    let contestants = record.contestants.count
    state = Mutex(
      State(
        budget: RetryBudget(trials: record.plan.trials.count, contestants: contestants),
        pauses: ModelPauses(contestants: contestants)))
  }

  /// Decides what comes of an attempt that has ended, takes it from the budget, and pauses its contestant if need be.
  ///
  /// `start` is the instant that its stamps count from, `number` how often its request was sent.
  func decide(
    on sighting: AttemptReader.Sighting, of contestant: Int, attempt number: Int, start: Nanoseconds
  ) -> RetryRecord? {
    let attempt = sighting.attempt
    let chance = chance()
    return state.withLock { state in
      var setback = RetryPolicy.Setback(attempt.outcome, status: attempt.status)
      setback.received = attempt.connection.bytesReceived
      setback.hasBegun = sighting.hasBegun
      setback.attempt = number
      setback.isAffordable = state.budget.isLeft(for: contestant)
      setback.rounds = state.pauses.rounds(of: contestant, after: attempt)
      let retry = policy.decision(on: setback, chance: chance)
      if retry?.again == true, !setback.waitsForReset { state.budget.take(for: contestant) }
      if let retry, retry.scope == .model, let wait = retry.wait {
        state.pauses.pause(contestant, until: start + attempt.timeline.ended + wait)
        if attempt.outcome.asksForTooMuch { state.pauses.close(contestant, because: attempt.outcome.tooLongAWait) }
      }
      return retry
    }
  }

  /// How long a contestant is still left alone; nil when it is not.
  func rest(of contestant: Int, at now: Nanoseconds) -> Nanoseconds? {
    state.withLock { $0.pauses.rest(of: contestant, at: now) }
  }

  /// Why nothing more is sent to a contestant; nil as long as something may be.
  func end(of contestant: Int) -> String? { state.withLock { $0.pauses.end(of: contestant) } }
}

extension ModelPauses {
  /// How often in a row requests were turned away, this attempt included.
  fileprivate mutating func rounds(of contestant: Int, after attempt: AttemptRecord) -> Int {
    if attempt.outcome.kind == .rateUpstream {
      return turnedAway(contestant, admitted: attempt.timeline.admitted, ended: attempt.timeline.ended)
    }
    if attempt.outcome.kind.isAnswered { served(contestant) }
    return 0
  }
}

extension Outcome {
  /// One clause: why nobody waits.
  var tooLongAWait: String {
    let reset = resetsAt.map { ", until \($0)" } ?? ""
    return
      "the server asks for a wait of \(Decimals.text((retryAfter ?? 0).rounded(.up))) s\(reset), which is longer than "
      + "\(Int(RetryPolicy.patience)) s"
  }
}
