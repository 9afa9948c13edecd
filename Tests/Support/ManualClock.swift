import Synchronization

/// A clock that stands still until a test moves it.
///
///     async let admitted: Void = limiter.admit()
///     try await clock.waitForSleepers(count: 1) // now the limiter waits
///     clock.advance(by: .seconds(3))
///     try await admitted
package final class ManualClock: Clock {
  package typealias Duration = Swift.Duration

  let state = Mutex(State())

  package init() {}

  package var now: Instant { state.withLock { $0.now } }
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// Moves the clock and wakes all whose time has come, the earliest first.
  package func advance(by duration: Duration) {
    precondition(duration >= .zero, "time does not run backwards")
    let due = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      return state.takeDue()
    }
    for sleeper in due { sleeper.wake.resume() }
  }

  /// Throws `CancellationError` when the sleeping task is cancelled, like the clocks of the standard library.
  package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    let id = state.withLock { $0.nextID() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        enter(Sleeper(id: id, deadline: deadline, wake: wake))
      }
    } onCancel: {
      let sleeper = state.withLock { $0.removeSleeper(id) }
      sleeper?.wake.resume(throwing: CancellationError())
    }
  }

  /// Returns as soon as at least `count` tasks are asleep.
  ///
  /// Throws `CancellationError` when the waiting task is cancelled: a test that has run out of time must not move the
  /// clock past those who are not asleep yet, and wait for them then.
  package func waitForSleepers(count: Int) async throws {
    let id = state.withLock { $0.nextID() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        enter(Watcher(id: id, count: count, wake: wake))
      }
    } onCancel: {
      let watcher = state.withLock { $0.removeWatcher(id) }
      watcher?.wake.resume(throwing: CancellationError())
    }
  }
}

extension ManualClock {
  /// A point of a manual clock's time: how far the test has moved it.
  package struct Instant: InstantProtocol {
    package var offset: Duration

    package init(offset: Duration = .zero) {
      self.offset = offset
    }

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }
}
