package import Benchmark
package import Transport

/// Carries out a plan against one endpoint: a bounded window of requests, each recorded by itself as it ends.
package struct Runner: Sendable {
  package typealias Send = @Sendable (HTTPRequest) async -> Exchange

  private let record: RunRecord
  private let journal: any Journal
  private let departures: Departures
  private let lessons: Lessons
  private let requests: RequestBuilder
  private let send: Send
  private let cache: AnswerCache?
  /// Answers are read by it; a test makes it slow.
  var reader: AttemptReader

  /// The session's stamps count from `start`, a monotonic instant.
  ///
  /// `chance` gives numbers from 0 up to, not
  /// including, 1; a `cache` keeps the answers. Where it `beginsWithOne`, nothing else leaves before the first request
  /// has ended, so that a wrong address or key costs one request.
  package init(
    record: RunRecord, session: Int, start: Nanoseconds, requests: RequestBuilder, admission: any Admission,
    journal: any Journal, clock: RunClock, send: @escaping Send,
    tell: @escaping @Sendable (RunEvent) -> Void, drain: Drain = Drain(), tariff: Tariff? = nil,
    retries: RetryPolicy = RetryPolicy(retries: 0), chance: @escaping @Sendable () -> Double = { 0 },
    cache: AnswerCache? = nil, beginsWithOne: Bool = false
  ) {
    self.record = record
    self.journal = journal
    let window = Window(width: record.concurrency, beginsWithOne: beginsWithOne)
    let end = RunEnd(of: window, tariff?.limit, clock: clock)
    drain.whenBegun(end.close)
    departures = Departures(
      window: window, end: end, retries: Retries(retries, of: record, chance: chance), admission: admission,
      tariff: tariff, clock: clock, tell: tell)
    lessons = Lessons(record, session: session, departures: departures, journal: journal)
    reader = AttemptReader(
      record: record, session: session, start: start, redactor: Redactor(keys: requests.key.map { [$0] } ?? []))
    self.requests = requests
    self.send = send
    self.cache = cache
  }

  /// Sends the trials in their order and returns when all are settled; a failed request stops no other.
  ///
  /// Where a trial has begun it goes on.
  /// Cancelling the task cancels what is in flight; whatever was not sent is recorded as such.
  /// - Returns: Why the plan was not carried out, or nil when it was.
  /// - Throws: `FileError` when the journal cannot be written: what cannot be stored is not worth asking for.
  package func run(_ trials: [Trial], after beginnings: Beginnings = Beginnings()) async throws -> Stop? {
    let end = departures.end
    let rest = try await withTaskCancellationHandler {
      try await Workers.run { try await send(trials, beginnings) }
    } onCancel: {
      end.close()
    }
    if Task.isCancelled || end.isClosed && (!rest.isEmpty || end.hasCutShort) { end.close(because: .interrupted) }
    try settle(rest.filter { beginnings.attempts[$0.number] == nil })
    return end.stop
  }

  /// What is returned was not sent.
  private func send(_ trials: [Trial], _ beginnings: Beginnings) async throws -> ArraySlice<Trial> {
    let errand = Errand(departures: departures, lessons: lessons, reader: reader, journal: journal, send: send)
    let course = TrialCourse(errand: errand, requests: requests, cache: cache)
    return try await withThrowingDiscardingTaskGroup { group in
      var rest = trials[...]
      while let departure = try await departures.first(of: &rest) {
        group.addTask {
          let trial = departure.trial.number
          try await course.run(
            from: departure, earlier: beginnings.attempts[trial] ?? 0, begun: beginnings.begun[trial] ?? [])
        }
      }
      return rest
    }
  }

  private func settle(_ rest: [Trial]) throws {
    for trial in rest {
      guard let reason = departures.end.stop?.reason ?? departures.retries.end(of: trial.contestant) else { continue }
      try journal.write(
        .trial(
          TrialRecord(
            trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
            contestant: record.contestants[trial.contestant].name, repetition: trial.repetition, attempts: 0,
            outcome: nil, notSent: reason)))
    }
  }
}
