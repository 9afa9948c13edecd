package import Benchmark

/// Decides what a failure means for further requests: a pure value, to which chance is passed in.
///
/// Back-off with full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
package struct RetryPolicy: Hashable, Sendable {
  private static let firstBackOff = Nanoseconds.perSecond
  private static let longestBackOff = 20 * Nanoseconds.perSecond
  /// A server that asks for a longer wait, in seconds, is not waited for.
  static let maxWait = 120.0
  /// The longest that anybody waits because of a server: with the tenth that keeps all from coming back at once.
  static let longestWait = Nanoseconds(maxWait * 1.1) * .perSecond
  /// What a provider is left alone for that turns requests away and does not say for how long, in seconds.
  private static let upstreamPauses = [5.0, 15, 45]

  /// Requests in all, the first included.
  package var attempts: Int

  package init(retries: Int) {
    attempts = retries + 1
  }

  /// A failure, and what else counts for what comes of it.
  package struct FailureContext: Hashable, Sendable {
    package var outcome: Outcome
    /// HTTP status; nil when no response came.
    package var status: Int?
    /// The response's body, in bytes.
    package var received = 0
    /// A token of the answer had come.
    package var hasBegun = false
    /// From 1 for each request.
    package var attempt = 1
    /// How often in a row the model's provider has turned requests away, this time included.
    package var rounds = 1
    /// The run may send something again.
    package var isAffordable = true

    package init(_ outcome: Outcome, status: Int? = nil) {
      self.outcome = outcome
      self.status = status
    }
  }

  /// What is to be done; nil for an answer and for what no further try can mend.
  ///
  /// `jitter` is from 0 up to, not including, 1.
  package func decision(on context: FailureContext, jitter: Double) -> RetryRecord? {
    guard context.isTransient else { return nil }
    let scope = context.scope
    let wait = wait(after: context, jitter: jitter)
    if let reason = refusal(to: context) {
      return RetryRecord(again: false, wait: scope == .request ? nil : wait, scope: scope, reason: reason)
    }
    return RetryRecord(again: true, wait: wait, scope: scope)
  }

  /// Why it is not sent again, although such a failure may pass.
  private func refusal(to context: FailureContext) -> String? {
    if context.hasBegun { return "the answer had begun" }
    if context.outcome.shouldRetry == false { return "the server says that another try makes no sense" }
    if context.outcome.exceedsMaxWait { return "the server asks for a longer wait than \(Int(Self.maxWait)) s" }
    if attempts == 1 { return "retries are switched off" }
    if context.attempt >= attempts { return "all \(attempts) attempts are used up" }
    return context.isAffordable || context.waitsForReset ? nil : "the run has sent again as much as it may"
  }

  /// What the server asks for and up to a tenth more, so that not all come back at once; never less than a back-off.
  private func wait(after context: FailureContext, jitter: Double) -> Nanoseconds {
    let asked = context.asked.flatMap { Nanoseconds(seconds: $0 * (1 + jitter / 10)) }
    return max(asked ?? 0, backOff(after: context.attempt, jitter: jitter))
  }

  private func backOff(after attempt: Int, jitter: Double) -> Nanoseconds {
    let ceiling = Self.firstBackOff << Nanoseconds(min(max(attempt - 1, 0), 10))
    return Nanoseconds(Double(min(ceiling, Self.longestBackOff)) * jitter)
  }
}

extension RetryPolicy.FailureContext {
  /// All wait for the moment that the server named: what is sent again then adds nothing to a crowd, and is free.
  var waitsForReset: Bool { outcome.kind == .rateMinute && outcome.retryAfter != nil }

  /// The failure may pass by itself.
  fileprivate var isTransient: Bool {
    switch outcome.kind {
    case .network, .timeoutConnect, .rateMinute, .rateUpstream, .empty, .cutOff: true
    // Credit that requests in flight hold; where there is none, the server names no time.
    case .payment: outcome.limitSource?.contains("in_flight") == true && outcome.retryAfter != nil
    case .http4xx, .http5xx, .policy: outcome.shouldRetry == true || status.map(TransientFailure.isStatus) ?? false
    // A code that is a word, as `server_error`, or none is the server's own trouble.
    case .streamError: outcome.code.flatMap { Int($0) }.map(TransientFailure.isStatus) ?? true
    // A broken encoding is sent once: who garbles does so again.
    case .badResponse: status == 200 && received == 0 && outcome.curlCode == nil
    default: false
    }
  }

  /// A limit of the account is everybody's; a provider that is busy is its model's alone.
  fileprivate var scope: RetryRecord.Scope {
    switch outcome.kind {
    case .rateMinute, .payment: .account
    case .rateUpstream: .model
    default: asked == nil ? .request : .model
    }
  }

  /// Seconds that the server asks for, or that its provider is left alone for.
  fileprivate var asked: Double? {
    if let asked = outcome.retryAfter { return asked }
    guard outcome.kind == .rateUpstream else { return nil }
    return RetryPolicy.upstreamPauses[min(max(rounds, 1), RetryPolicy.upstreamPauses.count) - 1]
  }
}

extension Outcome {
  /// Nobody sits and waits for so long.
  var exceedsMaxWait: Bool { retryAfter ?? 0 > RetryPolicy.maxWait }
}
