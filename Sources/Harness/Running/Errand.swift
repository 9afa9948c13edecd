internal import Benchmark
internal import Transport

/// Sends one request of a trial until it is answered or given up.
///
/// One for all trials of a run, and a class: as a value it stood in each task, some kilobytes that every stream cost.
final class Errand: Sendable {
  let departures: Departures
  let journal: any Journal
  private let lessons: Lessons
  private let reader: AttemptReader
  private let send: Runner.Send

  init(
    departures: Departures, lessons: Lessons, reader: AttemptReader, journal: any Journal, send: @escaping Runner.Send
  ) {
    self.departures = departures
    self.lessons = lessons
    self.reader = reader
    self.journal = journal
    self.send = send
  }

  /// Sends it again as often and as late as it may be; every attempt is in the journal when this returns.
  ///
  /// `step` is its place in a conversation; `earlier` attempts of the trial come before it in the count.
  /// - Returns: The last attempt; its place in the window is free again.
  func carryOut(
    _ request: HTTPRequest, at step: Step, from departure: Departure, earlier: Int
  ) async throws -> AttemptRecord {
    var departure = departure
    var number = 1
    while true {
      let attempt = try await attempt(request, step, departure, number, earlier)
      guard let retry = attempt.retry, retry.again,
        let next = try await departures.next(of: departure.trial, after: retry.wait ?? 0)
      else { return attempt }
      departure = next
      number += 1
    }
  }

  /// Once there and back; its place is free again when what follows from it is known.
  private func attempt(
    _ request: HTTPRequest, _ step: Step, _ departure: Departure, _ number: Int, _ earlier: Int
  ) async throws -> AttemptRecord {
    defer { departures.arrive() }
    let before = WakeMark(departures.clock)
    // What may have reached the server is counted like any request, though it leaves at once.
    let exchange = await request.sent(by: send) { bytes in
      bytes > 0 ? await departures.admission.admitAgain(departure.trial) : true
    }
    let suspended = WakeMark(departures.clock).sleptSince(before)
    let attempt = try record(exchange, suspended: suspended, step, departure, number, earlier)
    try await lessons.draw(from: attempt)
    return attempt
  }

  /// Reads an answer and writes it down, with what its failure means for its request.
  private func record(
    _ exchange: Exchange, suspended: Bool, _ step: Step, _ departure: Departure, _ number: Int, _ earlier: Int
  ) throws -> AttemptRecord {
    let now = departures.clock.wallMilliseconds()
    let sighting = reader.sighting(departure, exchange, suspended: suspended, now: now)
    var attempt = sighting.attempt
    attempt.attempt = earlier + number
    attempt.step = step == Step() ? nil : step
    attempt.retry = departures.retries.decide(
      on: sighting, of: departure.trial.contestant, attempt: number, start: reader.start)
    departures.settle(departure, by: attempt)
    try journal.write(.attempt(attempt))
    departures.tell(.finished(departure.trial, attempt))
    return attempt
  }
}
