internal import Benchmark

/// One trial on its way, from its first request's departure to its line in the journal.
///
/// Where a trial takes several requests, each is an errand of its own, and `Departures.next` lets the following leave.
struct TrialCourse: Sendable {
  var errand: Errand
  let requests: RequestBuilder

  /// `earlier` attempts were made in other sessions.
  func run(from departure: Departure, earlier: Int) async throws {
    do {
      let trial = departure.trial
      let last = try await errand.carryOut(try requests.request(for: trial), from: departure, earlier: earlier)
      try errand.journal.write(.trial(TrialRecord(settling: last)))
      errand.departures.tell(.settled(trial, last))
    } catch {
      // Nothing is worth asking for that cannot be stored.
      errand.departures.end.close()
      throw error
    }
  }
}
