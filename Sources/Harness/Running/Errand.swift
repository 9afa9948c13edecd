internal import Benchmark
internal import Transport
internal import Wire

/// Sends one request of a trial until it is answered or given up.
///
/// One for all trials of a run, and a class: as a value it stood in each task, some kilobytes that every stream cost.
final class Errand: Sendable {
  let departures: Departures
  let journal: any Journal
  private let lessons: Lessons
  private let reader: AttemptReader
  private let send: Runner.Send
  private let learned = LearnedFields()

  init(
    departures: Departures, lessons: Lessons, reader: AttemptReader, journal: any Journal, send: @escaping Runner.Send
  ) {
    self.departures = departures
    self.lessons = lessons
    self.reader = reader
    self.journal = journal
    self.send = send
  }

  /// Sends a request, and again as often and as late as it may be; every attempt is in the journal when this returns.
  ///
  /// `step` is its place in a conversation; `earlier` attempts of the trial come before it in the count. It is made each
  /// time, by its number, since it may have a nonce of its own, and by what the server has refused until then.
  /// - Returns: The last attempt; its place in the window is free again.
  func carryOut(
    at step: Step, from departure: Departure, earlier: Int,
    making make: @Sendable (_ number: Int, Set<FieldAdaptation>) throws -> Request
  ) async throws -> AttemptRecord {
    var passage = Passage(step: step, departure: departure, earlier: earlier)
    while true {
      passage.adaptations = learned.adaptations(of: reader.record.contestants[departure.trial.contestant].model)
      let request = try request(of: &passage, make)
      let attempt = try await attempt(request, passage)
      guard let retry = attempt.retry, retry.again,
        let next = try await departures.next(of: departure.trial, after: retry.wait ?? 0)
      else { return attempt }
      passage.departure = next
      passage.number += 1
      if retry.refusedField != nil { passage.refused += 1 }
    }
  }

  /// A request with the nonce in front of it.
  struct Request: Sendable {
    var http: HTTPRequest
    /// Nil for none.
    var nonce: String?
  }

  /// A request on its way: what is known of its attempt before the answer is.
  private struct Passage {
    var step: Step
    var departure: Departure
    var earlier: Int
    /// From 1 within the errand.
    var number = 1
    /// How many of those before were refused for a field: they are no tries.
    var refused = 0
    /// How it was made.
    var adaptations: Set<FieldAdaptation> = []
  }

  /// A request that cannot be made does not leave.
  private func request(
    of passage: inout Passage, _ make: (_ number: Int, Set<FieldAdaptation>) throws -> Request
  ) throws -> HTTPRequest {
    do {
      let request = try make(passage.earlier + passage.number, passage.adaptations)
      passage.departure.nonce = request.nonce
      return request.http
    } catch {
      departures.cancel(passage.departure)
      throw error
    }
  }

  /// Once there and back; its place is free again when what follows from it is known.
  private func attempt(_ request: HTTPRequest, _ passage: Passage) async throws -> AttemptRecord {
    defer { departures.arrive() }
    let before = WakeMark(departures.clock)
    // What may have reached the server is counted like any request, though it leaves at once.
    let exchange = await request.sent(by: send) { bytes in
      bytes > 0 ? await departures.admission.admitAgain(passage.departure.trial) : true
    }
    let suspended = WakeMark(departures.clock).sleptSince(before)
    let attempt = try record(exchange, suspended: suspended, passage)
    try await lessons.draw(from: attempt)
    return attempt
  }

  /// Reads an answer and writes it down, with what its failure means for its request.
  private func record(_ exchange: Exchange, suspended: Bool, _ passage: Passage) throws -> AttemptRecord {
    let (departure, step) = (passage.departure, passage.step)
    let now = departures.clock.wallMilliseconds()
    let sighting = reader.sighting(departure, exchange, suspended: suspended, now: now)
    var attempt = sighting.attempt
    attempt.attempt = Count.sum([passage.earlier, passage.number])
    attempt.step = step == Step() ? nil : step
    attempt.retry =
      try adaptation(to: sighting, passage)
      ?? departures.retries.decide(
        on: sighting, of: departure.trial.contestant, attempt: passage.number - passage.refused, start: reader.start)
    departures.settle(departure, by: attempt)
    try journal.write(.attempt(attempt))
    departures.tell(.finished(departure.trial, attempt))
    return attempt
  }

  /// Sends it at once without a field that the server does not take; nil where that is not why it failed.
  private func adaptation(to sighting: AttemptReader.Sighting, _ passage: Passage) throws -> RetryRecord? {
    let model = sighting.attempt.requestedModel
    guard let field = sighting.refusedField, field.helps(passage.adaptations) else { return nil }
    if learned.learn(field, of: model) { try lessons.note(field, of: model) }
    return RetryRecord(again: true, refusedField: field.rawValue)
  }
}
