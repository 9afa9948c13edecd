package import Benchmark
internal import Synchronization
package import Transport

/// Carries out a plan against one endpoint: a bounded window of requests, each recorded by itself as it ends.
package struct Runner: Sendable {
  package typealias Send = @Sendable (HTTPRequest) async -> Exchange

  private let record: RunRecord
  private let requests: RequestBuilder
  var reader: AttemptReader
  private let admission: any Admission
  private let journal: JournalWriter
  private let clock: RunClock
  private let send: Send
  private let tell: @Sendable (RunEvent) -> Void
  private let drain: Drain
  private let costLimit: CostLimit?
  private let stop = StopFlag()

  /// `start` is the monotonic instant that the session's stamps count from.
  package init(
    record: RunRecord, session: Int, start: Nanoseconds, requests: RequestBuilder, admission: any Admission,
    journal: JournalWriter, clock: RunClock, send: @escaping Send,
    tell: @escaping @Sendable (RunEvent) -> Void, drain: Drain = Drain(), costLimit: CostLimit? = nil
  ) {
    self.record = record
    self.requests = requests
    reader = AttemptReader(record: record, session: session, start: start)
    self.admission = admission
    self.journal = journal
    self.clock = clock
    self.send = send
    self.tell = tell
    self.drain = drain
    self.costLimit = costLimit
  }

  /// Sends the trials in their order and returns when all are settled; a failed request stops no other.
  ///
  /// `attempted` says how many requests earlier sessions made for a trial, by its number.
  /// Cancelling the task cancels what is in flight; whatever was not sent is recorded as such.
  /// - Returns: Why the plan was not carried out, or nil when it was.
  /// - Throws: `FileError` when the journal cannot be written: what cannot be stored is not worth asking for.
  package func run(_ trials: [Trial], attempted: [Int: Int] = [:]) async throws -> Stop? {
    let rest = try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = trials[...]
      var inFlight = 0
      while let trial = rest.first {
        if inFlight == record.concurrency {
          try await group.next()
          inFlight -= 1
        }
        guard let departure = try await departure(of: trial) else { break }
        rest.removeFirst()
        group.addTask { try await measure(departure, attempt: (attempted[trial.number] ?? 0) + 1) }
        inFlight += 1
      }
      try await group.waitForAll()
      return rest
    }
    if Task.isCancelled || drain.isDraining && !rest.isEmpty { stop.set(.interrupted) }
    try settle(rest.filter { attempted[$0.number] == nil })
    return stop.reason
  }

  /// Waits until the trial may leave; nil when nothing may leave any more.
  private func departure(of trial: Trial) async throws -> AttemptReader.Departure? {
    let queued = clock.monotonic()
    guard maySend else { return nil }
    if let costLimit, !(await costLimit.admit(trial)) {
      await end(.costLimit(costLimit.description))
      return nil
    }
    guard try await isAdmitted(trial), maySend else {
      costLimit?.release(trial)
      return nil
    }
    tell(.admitted(trial))
    return AttemptReader.Departure(trial: trial, wall: clock.wall(), queued: queued, admitted: clock.monotonic())
  }

  /// Waits for the admission; a day that is used up and a ledger that fails end the run.
  private func isAdmitted(_ trial: Trial) async throws -> Bool {
    do {
      try await admission.admit(trial)
      return true
    } catch let refused as AdmissionRefused {
      await end(.dayQuotaSpent(refused.words, resetsAt: refused.resetsAt))
    } catch let failure as LedgerFailure {
      await end(.ledgerFailed(failure))
    } catch is CancellationError {}
    return false
  }

  private var maySend: Bool { stop.reason == nil && !drain.isDraining }

  private func measure(_ departure: AttemptReader.Departure, attempt number: Int) async throws {
    let before = WakeMark(clock)
    let exchange = await send(try requests.request(for: departure.trial))
    let suspended = WakeMark(clock).sleptSince(before)
    var attempt = reader.attempt(departure, exchange, suspended: suspended)
    attempt.attempt = number
    costLimit?.settle(attempt)
    try journal.write(.attempt(attempt))
    try journal.write(.trial(TrialRecord(settling: attempt)))
    tell(.finished(departure.trial, attempt))
    if let reason = Stop(attempt.outcome) { await end(reason) }
  }

  private func end(_ reason: Stop) async {
    guard stop.set(reason) else { return }
    tell(.stopped(reason))
    await admission.close()
  }

  private func settle(_ rest: [Trial]) throws {
    guard let reason = stop.reason?.reason else { return }
    for trial in rest {
      try journal.write(
        .trial(
          TrialRecord(
            trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
            contestant: record.contestants[trial.contestant].name, repetition: trial.repetition, attempts: 0,
            outcome: nil, notSent: reason)))
    }
  }
}

/// The first reason to stop; later ones change nothing.
private final class StopFlag: Sendable {
  private let first = Mutex<Stop?>(nil)

  var reason: Stop? { first.withLock { $0 } }

  /// Whether this reason is the first.
  @discardableResult
  func set(_ reason: Stop) -> Bool {
    first.withLock { first in
      guard first == nil else { return false }
      first = reason
      return true
    }
  }
}
