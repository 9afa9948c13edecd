internal import Benchmark

/// Lets requests leave one after the other: a place in the window first, then the money, then the admission.
struct Departures: Sendable {
  let window: Window
  let end: RunEnd
  let retries: Retries
  let admission: any Admission
  let costLimit: CostLimit?
  let clock: RunClock
  let tell: @Sendable (RunEvent) -> Void

  /// Waits until one of the trials may leave, the first whose contestant is not left alone, and takes it out.
  ///
  /// Nil when none may leave any more: what is then in `rest` is not sent.
  func first(of rest: inout ArraySlice<Trial>) async throws -> Departure? {
    while await window.enter(again: false) {
      if let index = rest.firstIndex(where: { pause(of: $0) == 0 }) {
        let departure = try await departure(of: rest[index])
        if departure != nil { rest.remove(at: index) }
        return departure
      }
      window.turnBack()
      guard let pause = rest.compactMap(pause).min(), await end.rest(pause) else { return nil }
    }
    return nil
  }

  /// Waits so long and then until another request of a trial that has begun may leave; nil when none may any more.
  ///
  /// It goes before trials that have not begun.
  func next(of trial: Trial, after wait: Nanoseconds = 0) async throws -> Departure? {
    var rest = wait
    while await end.rest(rest), await window.enter(again: true) {
      if pause(of: trial) == 0 {
        guard let departure = try await departure(of: trial) else { break }
        return departure
      }
      window.turnBack()
      guard let pause = pause(of: trial) else { break }
      rest = pause
    }
    end.noteCutShort()
    return nil
  }

  /// Gives the place of a request back that has ended.
  func arrive() {
    window.leave()
  }

  /// How long the trial's contestant is still left alone, 0 when it is not; nil when nothing more is sent to it.
  private func pause(of trial: Trial) -> Nanoseconds? {
    retries.end(of: trial.contestant) == nil
      ? retries.rest(of: trial.contestant, at: clock.monotonic()) ?? 0 : nil
  }

  /// From the gate on: who cannot leave gives the place back.
  private func departure(of trial: Trial) async throws -> Departure? {
    defer { window.pass() }
    let queued = clock.monotonic()
    guard try await isLetThrough(trial) else {
      window.leave()
      return nil
    }
    tell(.admitted(trial))
    return Departure(trial: trial, wall: clock.wall, queued: queued, admitted: clock.monotonic())
  }

  private func isLetThrough(_ trial: Trial) async throws -> Bool {
    guard !end.isClosed else { return false }
    if let costLimit, !(await costLimit.admit(trial)) {
      await stop(.costLimit(costLimit.description))
      return false
    }
    guard try await isAdmitted(trial), !end.isClosed else {
      costLimit?.release(trial)
      return false
    }
    return true
  }

  /// Waits for the admission; a day that is used up and a ledger that fails end the run.
  private func isAdmitted(_ trial: Trial) async throws -> Bool {
    do {
      try await admission.admit(trial)
      return true
    } catch let refused as AdmissionRefused {
      await stop(.dayQuotaSpent(refused.words, resetsAt: refused.resetsAt))
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
