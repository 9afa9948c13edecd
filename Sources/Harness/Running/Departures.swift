internal import Benchmark

/// Lets requests leave one after the other: a place in the window first, then the money, then the admission.
struct Departures: Sendable {
  let window: Window
  let end: RunEnd
  let retries: Retries
  let admission: any Admission
  /// Nil where no sum is set.
  let tariff: Tariff?
  let clock: RunClock
  let tell: @Sendable (RunEvent) -> Void

  /// Waits until one of the trials may leave, the first whose contestant is not left alone, and takes it out.
  ///
  /// Nil when none may leave any more: what is then in `rest` is not sent.
  func first(of rest: inout ArraySlice<Trial>) async throws -> Departure? {
    while await window.enter(again: false) {
      if let index = rest.firstIndex(where: { pause(of: $0) == 0 }) {
        let departure = try await departure(of: rest[index])
        if departure != nil { rest.take(at: index) }
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
    window.arrive()
  }

  /// Counts what a request has cost.
  func settle(_ departure: Departure, by attempt: AttemptRecord) {
    if let reservation = departure.reservation { tariff?.limit.settle(reservation, attempt) }
  }

  /// Gives everything back that was taken for a request which does not leave.
  func cancel(_ departure: Departure) {
    if let reservation = departure.reservation { tariff?.limit.release(reservation) }
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
    var departure = Departure(trial: trial, wall: "", queued: queued, admitted: queued)
    guard await isAffordable(&departure), try await isAdmitted(trial), !end.isClosed else {
      cancel(departure)
      return nil
    }
    (departure.wall, departure.admitted) = (clock.wall, clock.monotonic())
    tell(.admitted(trial))
    return departure
  }

  /// Lays aside what the request may cost; where the sum does not allow it, the run ends.
  private func isAffordable(_ departure: inout Departure) async -> Bool {
    guard !end.isClosed, let tariff else { return !end.isClosed }
    departure.reservation = await tariff.admit(departure.trial)
    if departure.reservation == nil, !end.isClosed { await stop(.costLimit(tariff.limit.description)) }
    return departure.reservation != nil
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
