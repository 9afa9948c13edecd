internal import Benchmark

/// Permits requests one after the other: the concurrency limit first, then the cost budget, then the admission.
struct Dispatcher: Sendable {
  let limiter: ConcurrencyLimiter
  let end: RunEnd
  let retries: Retries
  let admission: any Admission
  /// Nil where no sum is set.
  let costBudget: CostBudget?
  let clock: RunClock
  let tell: @Sendable (RunEvent) -> Void

  /// Waits until one of the trials may leave, the first whose contestant is not left alone, and takes it out.
  ///
  /// Nil when none may leave any more: what is then in `rest` is not sent.
  func first(of rest: inout ArraySlice<Trial>) async throws -> Permit? {
    while await limiter.acquire(again: false) {
      if let index = rest.firstIndex(where: { pause(of: $0) == 0 }) {
        let permit = try await permit(of: rest[index])
        if permit != nil { rest.take(at: index) }
        return permit
      }
      limiter.yieldTurn()
      guard let pause = rest.compactMap(pause).min(), await end.rest(pause) else { return nil }
    }
    return nil
  }

  /// Waits so long and then until another request of a trial that has begun may leave; nil when none may any more.
  ///
  /// It goes before trials that have not begun.
  func next(of trial: Trial, after wait: Nanoseconds = 0) async throws -> Permit? {
    var rest = wait
    while await end.rest(rest), await limiter.acquire(again: true) {
      if pause(of: trial) == 0 {
        guard let permit = try await permit(of: trial) else { break }
        return permit
      }
      limiter.yieldTurn()
      guard let pause = pause(of: trial) else { break }
      rest = pause
    }
    end.noteCutShort()
    return nil
  }

  /// Gives the place of a request back that has ended.
  func release() {
    limiter.release()
  }

  /// Counts what a request has cost.
  func settle(_ permit: Permit, by attempt: AttemptRecord) {
    if let reservation = permit.reservation { costBudget?.limit.settle(reservation, attempt) }
  }

  /// Gives everything back that was taken for a request which does not leave.
  func cancel(_ permit: Permit) {
    if let reservation = permit.reservation { costBudget?.limit.release(reservation) }
    limiter.returnUnused()
  }

  /// How long the trial's contestant is still left alone, 0 when it is not; nil when nothing more is sent to it.
  private func pause(of trial: Trial) -> Nanoseconds? {
    retries.end(of: trial.contestant) == nil
      ? retries.rest(of: trial.contestant, at: clock.monotonic()) ?? 0 : nil
  }

  /// From the gate on: who cannot leave gives the place back.
  private func permit(of trial: Trial) async throws -> Permit? {
    defer { limiter.admitNext() }
    let queued = clock.monotonic()
    var permit = Permit(trial: trial, wall: "", queued: queued, admitted: queued)
    guard await isAffordable(&permit), try await isAdmitted(trial), !end.isClosed else {
      cancel(permit)
      return nil
    }
    (permit.wall, permit.admitted) = (clock.wall, clock.monotonic())
    tell(.admitted(trial))
    return permit
  }

  /// Lays aside what the request may cost; where the sum does not allow it, the run ends.
  private func isAffordable(_ permit: inout Permit) async -> Bool {
    guard !end.isClosed, let costBudget else { return !end.isClosed }
    permit.reservation = await costBudget.admit(permit.trial)
    if permit.reservation == nil, !end.isClosed { await stop(.costLimit(costBudget.limit.description)) }
    return permit.reservation != nil
  }

  /// Waits for the admission; a day that is used up, too long a hold and a ledger that fails end the run.
  private func isAdmitted(_ trial: Trial) async throws -> Bool {
    do {
      try await admission.admit(trial)
      return true
    } catch let refused as AdmissionRefused {
      await stop(Stop(refused))
    } catch let failure as LedgerFailure {
      await stop(.ledgerFailed(failure))
    } catch is CancellationError {}
    return false
  }

  /// Lets nothing leave any more.
  func stop(_ reason: Stop) async {
    guard end.close(because: reason) else { return }
    tell(.stopped(reason))
    await admission.close()
  }
}

extension ArraySlice {
  /// Removes an element by moving those before it: the next one mostly stands first, and behind it the whole plan.
  fileprivate mutating func take(at index: Index) {
    for place in stride(from: index, to: startIndex, by: -1) { self[place] = self[place - 1] }
    removeFirst()
  }
}
