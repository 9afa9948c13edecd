package import Benchmark
package import Transport

/// Carries out a plan against one endpoint: a bounded window of requests, each recorded by itself as it ends.
package struct Runner: Sendable {
  package typealias Send = @Sendable (HTTPRequest) async -> Exchange

  private let record: RunRecord
  private let journal: any Journal
  private let dispatcher: Dispatcher
  private let backpressure: BackpressureHandler
  private let requests: RequestBuilder
  private let send: Send
  private let cache: AnswerCache?
  /// Answers are read by it; a test makes it slow.
  var reader: AttemptReader

  /// The session's stamps count from `start`, a monotonic instant.
  ///
  /// `jitter` gives numbers from 0 up to, not
  /// including, 1; a `cache` keeps the answers. Where it `beginsWithOne`, nothing else leaves before the first request
  /// has ended, so that a wrong address or key costs one request.
  package init(
    record: RunRecord, session: Int, start: Nanoseconds, requests: RequestBuilder, admission: any Admission,
    journal: any Journal, clock: RunClock, send: @escaping Send,
    tell: @escaping @Sendable (RunEvent) -> Void, shutdown: ShutdownSignal = ShutdownSignal(),
    costBudget: CostBudget? = nil,
    retries: RetryPolicy = RetryPolicy(retries: 0), jitter: @escaping @Sendable () -> Double = { 0 },
    cache: AnswerCache? = nil, beginsWithOne: Bool = false
  ) {
    self.record = record
    self.journal = journal
    let limiter = ConcurrencyLimiter(width: record.concurrency, beginsWithOne: beginsWithOne)
    let end = RunEnd(of: limiter, costBudget?.limit, clock: clock)
    shutdown.onBegin(end.close)
    dispatcher = Dispatcher(
      limiter: limiter, end: end, retries: Retries(retries, of: record, jitter: jitter), admission: admission,
      costBudget: costBudget, clock: clock, tell: tell)
    backpressure = BackpressureHandler(record, session: session, dispatcher: dispatcher, journal: journal)
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
  package func run(_ trials: [Trial], after beginnings: TrialProgress = TrialProgress()) async throws -> Stop? {
    let end = dispatcher.end
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
  private func send(_ trials: [Trial], _ beginnings: TrialProgress) async throws -> ArraySlice<Trial> {
    let sender = RequestSender(
      dispatcher: dispatcher, backpressure: backpressure, reader: reader, journal: journal, send: send)
    let course = TrialRunner(sender: sender, requests: requests, cache: cache)
    return try await withThrowingDiscardingTaskGroup { group in
      var rest = trials[...]
      while let permit = try await dispatcher.first(of: &rest) {
        group.addTask {
          let trial = permit.trial.number
          try await course.run(
            from: permit, earlier: beginnings.attempts[trial] ?? 0, begun: beginnings.begun[trial] ?? [])
        }
      }
      return rest
    }
  }

  private func settle(_ rest: [Trial]) throws {
    for trial in rest {
      guard let reason = dispatcher.end.stop?.reason ?? dispatcher.retries.end(of: trial.contestant) else { continue }
      try journal.write(
        .trial(
          TrialRecord(
            trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
            contestant: record.contestants[trial.contestant].name, repetition: trial.repetition, attempts: 0,
            outcome: nil, notSent: reason)))
    }
  }
}
