internal import Synchronization

/// Where work that can end in order says how; without it a signal cancels.
final class Interruption: Sendable {
  private struct State: Sendable {
    var end: (@Sendable () -> Void)?
    var hasBegun = false
  }

  private let state = Mutex(State())

  /// Whether the end was asked for, so that nothing new is begun.
  var hasBegun: Bool { state.withLock(\.hasBegun) }

  /// From now on, and until it is called with nil, the first signal does this.
  func endOrderly(by end: (@Sendable () -> Void)?) {
    state.withLock { $0.end = end }
  }

  /// Begins the orderly end, or answers false where there is none.
  func begin() -> Bool {
    let end = state.withLock { state in
      state.hasBegun = true
      return state.end
    }
    end?()
    return end != nil
  }
}
