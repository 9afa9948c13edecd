package import Benchmark

/// Lets requests leave in order of arrival, no faster than its bucket allows; at once where it has none.
///
/// A token is taken when the waiter leaves, never for later: who wakes, however late, asks again.
package actor RateLimiter<C: Clock> where C.Duration == Duration {
  private let clock: C
  private let start: C.Instant
  private var bucket: TokenBucket?
  /// Nothing leaves before this instant.
  private var heldUntil: Nanoseconds = 0
  private var isClosed = false
  private var nextTicket = 0
  /// The tickets of those who wait, the next to leave first.
  private var line: [Int] = []
  private var turns: [Int: CheckedContinuation<Void, Never>] = [:]
  private var abandoned: Set<Int> = []
  private var nap: Task<Void, any Error>?

  package init(bucket: TokenBucket?, clock: C) {
    self.bucket = bucket
    self.clock = clock
    start = clock.now
  }

  /// Waits for a token and takes it.
  ///
  /// - Throws: `CancellationError` when the task is cancelled or the limiter is closed; no token is taken then.
  package func admit() async throws {
    let ticket = nextTicket
    nextTicket += 1
    line.append(ticket)
    try await withTaskCancellationHandler {
      defer { leave(ticket) }
      await turn(of: ticket)
      while let wait = try take(for: ticket) { await rest(wait) }
    } onCancel: {
      Task { await self.abandon(ticket) }
    }
  }

  /// Takes a token before anybody in line, whether it is there or not; false during a hold.
  package func admitAtOnce() -> Bool {
    guard !isClosed, now >= heldUntil else { return false }
    bucket?.spend(at: now)
    return true
  }

  /// How many are in line now.
  package var waiting: Int { line.count }

  /// Lets nothing leave for so long, whatever the bucket holds.
  package func hold(for time: Duration) {
    heldUntil = max(heldUntil, now.addingSaturated(time.nanoseconds))
  }

  /// Goes on under another limit; whoever waits asks again at once.
  package func learn(limit: Int, window: Nanoseconds) {
    if bucket == nil { bucket = TokenBucket(limit: limit, window: window) }
    bucket?.change(limit: limit, window: window, at: now)
    nap?.cancel()
  }

  /// Sends all waiters away, now and from now on.
  package func close() {
    isClosed = true
    nap?.cancel()
    let waiting = turns.values
    turns = [:]
    for waiter in waiting { waiter.resume() }
  }

  private var now: Nanoseconds { start.duration(to: clock.now).nanoseconds }

  private func take(for ticket: Int) throws -> Nanoseconds? {
    if isClosed || abandoned.contains(ticket) || Task.isCancelled { throw CancellationError() }
    let now = now
    return now < heldUntil ? heldUntil - now : bucket?.take(at: now)
  }

  /// Waits until everybody who came before has left.
  private func turn(of ticket: Int) async {
    guard line.first != ticket, !isClosed, !abandoned.contains(ticket) else { return }
    await withCheckedContinuation { turns[ticket] = $0 }
  }

  /// Sleeps in a task of its own, so that a change of limit can end the sleep without ending the waiter.
  private func rest(_ wait: Nanoseconds) async {
    let clock = clock
    let nap = Task { try await clock.sleep(until: clock.now.advanced(by: .nanoseconds(wait)), tolerance: .zero) }
    self.nap = nap
    _ = await nap.result
    self.nap = nil
  }

  private func leave(_ ticket: Int) {
    line.removeAll { $0 == ticket }
    abandoned.remove(ticket)
    if let next = line.first, let waiter = turns.removeValue(forKey: next) { waiter.resume() }
  }

  private func abandon(_ ticket: Int) {
    guard line.contains(ticket) else { return }
    abandoned.insert(ticket)
    if line.first == ticket {
      nap?.cancel()
    } else {
      turns.removeValue(forKey: ticket)?.resume()
    }
  }
}

extension Duration {
  /// Whole nanoseconds, at most as many as there are: 292 years.
  package var nanoseconds: Nanoseconds {
    components.seconds.multipliedSaturated(by: .perSecond).addingSaturated(components.attoseconds / 1_000_000_000)
  }
}
