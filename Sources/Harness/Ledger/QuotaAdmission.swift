package import Benchmark

/// Books what draws on an account's free quota; the rest of a run passes beside the ledger, at the run's own pace.
package struct QuotaAdmission<C: Clock>: Admission where C.Duration == Duration {
  /// Of the run: everything of it keeps this, booked or not.
  private let pace: any Admission
  private let booking: LedgerAdmission<C>
  /// The contestants whose requests are booked.
  private let free: Set<Int>

  package init(pace: any Admission, booking: LedgerAdmission<C>, free: Set<Int>) {
    self.pace = pace
    self.booking = booking
    self.free = free
  }

  package func admit(_ trial: Trial) async throws {
    try await pace.admit(trial)
    if free.contains(trial.contestant) { try await booking.admit(trial) }
  }

  package func admitAgain(_ trial: Trial) async -> Bool {
    guard await pace.admitAgain(trial) else { return false }
    return free.contains(trial.contestant) ? await booking.admitAgain(trial) : true
  }

  package func hold(for time: Duration) async {
    await pace.hold(for: time)
    await booking.hold(for: time)
  }

  package func learn(limit: Int, window: Nanoseconds) async {
    await pace.learn(limit: limit, window: window)
    await booking.learn(limit: limit, window: window)
  }

  package func close() async {
    await pace.close()
    await booking.close()
  }

  package var waiting: Int {
    get async { await pace.waiting + booking.waiting }
  }

  /// Remembers what became of a booked request.
  package func note(_ event: RunEvent) {
    guard case .finished(let trial, let attempt) = event, free.contains(trial.contestant) else { return }
    booking.note(attempt.outcome.kind)
  }

  /// Writes down what became of the requests so far.
  package func settle() async {
    await booking.settle()
  }
}
