internal import Benchmark
internal import Synchronization

/// What a run has learned about sending again: what is left of its budget, and which contestants are left alone.
final class Retries: Sendable {
  private struct State: Sendable {
    var budget: RetryBudget
    var pauses: ModelPauses
  }

  private let policy: RetryPolicy
  private let jitter: @Sendable () -> Double
  private let state: Mutex<State>

  /// `jitter` gives numbers from 0 up to, not including, 1.
  init(_ policy: RetryPolicy, of record: RunRecord, jitter: @escaping @Sendable () -> Double) {
    self.policy = policy
    self.jitter = jitter
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
    on classified: AttemptReader.ClassifiedAttempt, of contestant: Int, attempt number: Int, start: Nanoseconds
  ) -> RetryRecord? {
    let attempt = classified.attempt
    let jitter = jitter()
    return state.withLock { state in
      var context = RetryPolicy.FailureContext(attempt.outcome, status: attempt.status)
      context.received = attempt.connection.bytesReceived
      context.hasBegun = classified.hasBegun
      context.attempt = number
      context.isAffordable = state.budget.isLeft(for: contestant)
      context.rounds = state.pauses.rounds(of: contestant, after: attempt)
      let retry = policy.decision(on: context, jitter: jitter)
      if retry?.again == true, !context.waitsForReset { state.budget.take(for: contestant) }
      if let retry, retry.scope == .model, let wait = retry.wait {
        state.pauses.pause(contestant, until: start + attempt.timeline.ended + wait)
        if attempt.outcome.exceedsMaxWait { state.pauses.close(contestant, because: attempt.outcome.maxWaitSentence) }
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
  var maxWaitSentence: String {
    let reset = resetsAt.map { ", until \($0)" } ?? ""
    return
      "the server asks for a wait of \(Decimals.text((retryAfter ?? 0).rounded(.up))) s\(reset), which is longer than "
      + "\(Int(RetryPolicy.maxWait)) s"
  }
}
