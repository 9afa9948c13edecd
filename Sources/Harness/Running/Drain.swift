internal import Synchronization

/// Tells a run to admit nothing more and let what is in flight end by itself.
package final class Drain: Sendable {
  private struct State: Sendable {
    var hasBegun = false
    var deeds: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  package init() {}

  package func begin() {
    let deeds = state.withLock { state in
      defer { state = State(hasBegun: true) }
      return state.deeds
    }
    for deed in deeds { deed() }
  }

  /// Does it when the drain begins, or now if it has.
  func whenBegun(_ deed: @escaping @Sendable () -> Void) {
    let isNow = state.withLock { state in
      if !state.hasBegun { state.deeds.append(deed) }
      return state.hasBegun
    }
    if isNow { deed() }
  }
}
