package import Benchmark
internal import Synchronization

/// Lets requests leave that the ledger has booked, in step with all other processes that ask the same account.
package actor LedgerAdmission<C: Clock>: Admission where C.Duration == Duration {
  private let ledger: Ledger
  private let clock: C
  private var order: BookingRequest
  private var isClosed = false
  /// What became of requests and is not yet in the ledger.
  private let outcomes = Mutex<[OutcomeClass]>([])
  package private(set) var waiting = 0

  package init(_ ledger: Ledger, _ order: BookingRequest, clock: C) {
    self.ledger = ledger
    self.order = order
    self.clock = clock
  }

  /// Waits until the request is booked; who is sent away instead leaves the line within half a second.
  ///
  /// - Throws: `CancellationError`, `AdmissionRefused` when the day is used up or a hold is too long, or
  ///   `LedgerFailure`.
  package func admit(_ trial: Trial) async throws {
    var ticket: Int64?
    await settle()
    do {
      while let place = try await ask(with: ticket) {
        ticket = place.ticket
        waiting += 1
        defer { waiting -= 1 }
        try await clock.sleep(until: clock.now.advanced(by: .nanoseconds(place.wait)), tolerance: .zero)
      }
    } catch {
      try? await ledger.leave(ticket)
      throw error
    }
  }

  private func ask(with ticket: Int64?) async throws -> (wait: Nanoseconds, ticket: Int64)? {
    if isClosed || Task.isCancelled { throw CancellationError() }
    switch try await ledger.book(order, ticket: ticket) {
    case .booked: return nil
    case .wait(let wait, let ticket): return (wait, ticket)
    case .spent(let day, let reset):
      throw AdmissionRefused(
        resetsAt: Timestamp.text(milliseconds: reset),
        words: "all \(day.limit ?? 0) free requests of the day are booked")
    case .held(let end):
      let text = Timestamp.text(milliseconds: end)
      throw AdmissionRefused(
        .hold, resetsAt: text,
        words: "the server has asked for a wait until \(text ?? "then"), which is longer than "
          + "\(Int(RetryPolicy.maxWait)) s")
    }
  }

  /// Books a second time what leaves at once; the first booking came to nothing.
  ///
  /// A ledger that fails says so at the next request that wants to leave.
  package func admitAgain(_ trial: Trial) async -> Bool {
    guard !isClosed, (try? await ledger.bookAtOnce(order)) == true else { return false }
    note(.network)
    return true
  }

  package func close() {
    isClosed = true
  }

  /// Lets nothing leave for so long, in no process.
  package func hold(for time: Duration) async {
    try? await ledger.hold(order.account, for: time.nanoseconds)
  }

  /// Goes on under a limit that the server named; other processes do so too where theirs is looser.
  package func learn(limit: Int, window: Nanoseconds) async {
    let rate = RequestRate(limit: max(limit, 1), window: max(window, 1))
    order.rate = rate
    try? await ledger.learn(rate, of: order.account)
  }

  /// Remembers what became of a request; `settle` writes it down.
  package nonisolated func note(_ outcome: OutcomeClass) {
    outcomes.withLock { $0.append(outcome) }
  }

  /// Writes down what became of the requests so far, for people who ask: the count does not need it.
  ///
  /// A server that says the day is used up is believed, for all processes.
  package func settle() async {
    let noted = outcomes.withLock { outcomes in
      defer { outcomes = [] }
      return outcomes
    }
    try? await ledger.settle(noted.map(\.rawValue), of: order.run)
    if noted.contains(.rateDay) { try? await ledger.exhaust(order.account) }
  }
}
