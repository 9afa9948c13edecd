internal import Synchronization

/// Tells a run to admit nothing more and let what is in flight end by itself.
package final class ShutdownSignal: Sendable {
  private struct State: Sendable {
    var hasBegun = false
    var handlers: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  package init() {}

  package func begin() {
    let handlers = state.withLock { state in
      defer { state = State(hasBegun: true) }
      return state.handlers
    }
    for handler in handlers { handler() }
  }

  /// Does it when the drain begins, or now if it has.
  func onBegin(_ handler: @escaping @Sendable () -> Void) {
    let isNow = state.withLock { state in
      if !state.hasBegun { state.handlers.append(handler) }
      return state.hasBegun
    }
    if isNow { handler() }
  }
}
