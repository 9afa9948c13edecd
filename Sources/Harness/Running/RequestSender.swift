internal import Benchmark
internal import Transport
internal import Wire

/// Sends one request of a trial until it is answered or given up.
///
/// One for all trials of a run, and a class: as a value it stood in each task, some kilobytes that every stream cost.
final class RequestSender: Sendable {
  let dispatcher: Dispatcher
  let journal: any Journal
  private let backpressure: BackpressureHandler
  private let reader: AttemptReader
  private let send: Runner.Send
  private let learned = LearnedFields()

  init(
    dispatcher: Dispatcher, backpressure: BackpressureHandler, reader: AttemptReader, journal: any Journal,
    send: @escaping Runner.Send
  ) {
    self.dispatcher = dispatcher
    self.backpressure = backpressure
    self.reader = reader
    self.journal = journal
    self.send = send
  }

  /// Sends a request, and again as often and as late as it may be; every attempt is in the journal when this returns.
  ///
  /// `step` is its place in a conversation; `earlier` attempts of the trial come before it in the count. It is made each
  /// time, by its number, since it may have a nonce of its own, and by what the server has refused until then.
  /// - Returns: The last attempt; its slot in the concurrency limit is free again.
  func sendWithRetries(
    at step: Step, from permit: Permit, earlier: Int,
    making make: @Sendable (_ number: Int, Set<FieldAdaptation>) throws -> Request
  ) async throws -> AttemptRecord {
    var pending = PendingRequest(step: step, permit: permit, earlier: earlier)
    while true {
      pending.adaptations = learned.adaptations(of: reader.record.contestants[permit.trial.contestant].model)
      let request = try request(of: &pending, make)
      let attempt = try await attempt(request, pending)
      guard let retry = attempt.retry, retry.again,
        let next = try await dispatcher.next(of: permit.trial, after: retry.wait ?? 0)
      else { return attempt }
      pending.permit = next
      pending.number += 1
      if retry.refusedField != nil { pending.refused += 1 }
    }
  }

  /// A request with the nonce in front of it.
  struct Request: Sendable {
    var http: HTTPRequest
    /// Nil for none.
    var nonce: String?
  }

  /// A request on its way: what is known of its attempt before the answer is.
  private struct PendingRequest {
    var step: Step
    var permit: Permit
    var earlier: Int
    /// From 1 for the first attempt at this request.
    var number = 1
    /// How many of those before were refused for a field: they are no tries.
    var refused = 0
    /// How it was made.
    var adaptations: Set<FieldAdaptation> = []
  }

  /// A request that cannot be made does not leave.
  private func request(
    of pending: inout PendingRequest, _ make: (_ number: Int, Set<FieldAdaptation>) throws -> Request
  ) throws -> HTTPRequest {
    do {
      let request = try make(pending.earlier + pending.number, pending.adaptations)
      pending.permit.nonce = request.nonce
      return request.http
    } catch {
      dispatcher.cancel(pending.permit)
      throw error
    }
  }

  /// Once there and back; its place is free again when what follows from it is known.
  private func attempt(_ request: HTTPRequest, _ pending: PendingRequest) async throws -> AttemptRecord {
    defer { dispatcher.release() }
    let before = WakeMark(dispatcher.clock)
    // A resent request whose bytes may have reached the server counts against the limits like any other.
    let exchange = await request.sent(by: send) { bytes in
      bytes > 0 ? await dispatcher.admission.admitAgain(pending.permit.trial) : true
    }
    let suspended = WakeMark(dispatcher.clock).sleptSince(before)
    let attempt = try record(exchange, suspended: suspended, pending)
    try await backpressure.apply(from: attempt)
    return attempt
  }

  /// Reads an answer and writes it down, with what its failure means for its request.
  private func record(_ exchange: Exchange, suspended: Bool, _ pending: PendingRequest) throws -> AttemptRecord {
    let (permit, step) = (pending.permit, pending.step)
    let now = dispatcher.clock.wallMilliseconds()
    let classified = reader.classified(permit, exchange, suspended: suspended, now: now)
    var attempt = classified.attempt
    attempt.attempt = Count.sum([pending.earlier, pending.number])
    attempt.step = step == Step() ? nil : step
    attempt.retry =
      try adaptation(to: classified, pending)
      ?? dispatcher.retries.decide(
        on: classified, of: permit.trial.contestant, attempt: pending.number - pending.refused, start: reader.start)
    dispatcher.settle(permit, by: attempt)
    try journal.write(.attempt(attempt))
    dispatcher.tell(.finished(permit.trial, attempt))
    return attempt
  }

  /// Sends it at once without a field that the server does not take; nil where that is not why it failed.
  private func adaptation(to classified: AttemptReader.ClassifiedAttempt, _ pending: PendingRequest) throws
    -> RetryRecord?
  {
    let model = classified.attempt.requestedModel
    guard let field = classified.refusedField, field.helps(pending.adaptations) else { return nil }
    if learned.learn(field, of: model) { try backpressure.note(field, of: model) }
    return RetryRecord(again: true, refusedField: field.rawValue)
  }
}
