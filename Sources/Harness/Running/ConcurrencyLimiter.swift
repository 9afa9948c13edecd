internal import Synchronization

/// Limits the requests in flight, and admits one waiting request at a time.
///
/// Retries and further requests of a trial go before new trials. After `acquire`, call `admitNext`, and later `release`
/// for a request that has ended or `returnUnused` for one that was not sent.
final class ConcurrencyLimiter: Sendable {
  private struct State: Sendable {
    var free: Int
    /// Slots that are kept back until the first request has ended.
    var held: Int
    var isGateTaken = false
    var isClosed = false
    var returning: [CheckedContinuation<Bool, Never>] = []
    var fresh: [CheckedContinuation<Bool, Never>] = []

    /// Lets the next one to the gate, if both it and a place are free.
    mutating func next() -> CheckedContinuation<Bool, Never>? {
      guard !isGateTaken, free > 0, let next = returning.popFirst() ?? fresh.popFirst() else { return nil }
      take()
      return next
    }

    mutating func take() {
      isGateTaken = true
      free -= 1
    }
  }

  private let state: Mutex<State>

  init(width: Int, beginsWithOne: Bool = false) {
    let first = beginsWithOne ? min(1, width) : width
    state = Mutex(State(free: first, held: width - first))
  }

  /// How many wait now.
  var waiting: Int { state.withLock { $0.returning.count + $0.fresh.count } }

  /// Waits for a slot and the gate; false when the limiter is closed.
  func acquire(again: Bool) async -> Bool {
    await withCheckedContinuation { waiter in
      let answer: Bool? = state.withLock { state in
        if state.isClosed { return false }
        if !state.isGateTaken, state.free > 0 {
          state.take()
          return true
        }
        if again { state.returning.append(waiter) } else { state.fresh.append(waiter) }
        return nil
      }
      if let answer { waiter.resume(returning: answer) }
    }
  }

  /// Leaves the gate to the next and keeps the place.
  func admitNext() {
    change { $0.isGateTaken = false }
  }

  /// Gives the place of a request back that has ended.
  func release() {
    change {
      $0.free += 1 + $0.held
      $0.held = 0
    }
  }

  /// Gives the place back: nothing was sent.
  func returnUnused() {
    change { $0.free += 1 }
  }

  /// Leaves the gate and gives the place back: nothing is sent.
  func yieldTurn() {
    change {
      $0.isGateTaken = false
      $0.free += 1
    }
  }

  private func change(_ change: (inout State) -> Void) {
    let next = state.withLock { state in
      change(&state)
      return state.next()
    }
    next?.resume(returning: true)
  }

  /// Sends away all who wait and all who come.
  func close() {
    let waiting = state.withLock { state in
      defer { (state.returning, state.fresh) = ([], []) }
      state.isClosed = true
      return state.returning + state.fresh
    }
    for waiter in waiting { waiter.resume(returning: false) }
  }
}

extension Array {
  fileprivate mutating func popFirst() -> Element? { isEmpty ? nil : removeFirst() }
}
