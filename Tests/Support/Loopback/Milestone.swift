import Synchronization

/// A count that only grows, and tasks that wait until it has.
package final class Milestone: Sendable {
  private struct Waiter {
    var id: Int
    var count: Int
    var wake: CheckedContinuation<Void, Never>
  }

  private struct State {
    var count = 0
    var lastID = 0
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var count: Int { state.withLock { $0.count } }

  package func advance() {
    let content = state.withLock { state in
      state.count += 1
      let content = state.waiters.filter { $0.count <= state.count }
      state.waiters.removeAll { $0.count <= state.count }
      return content
    }
    for waiter in content { waiter.wake.resume() }
  }

  /// Returns at the latest when the waiting task is cancelled, so that a test's time limit can end it.
  package func reach(_ count: Int) async {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { wake in
        enter(Waiter(id: id, count: count, wake: wake))
      }
    } onCancel: {
      remove(id)?.wake.resume()
    }
  }

  private func enter(_ waiter: Waiter) {
    let waits = state.withLock { state in
      guard !Task.isCancelled, state.count < waiter.count else { return false }
      state.waiters.append(waiter)
      return true
    }
    if !waits { waiter.wake.resume() }
  }

  private func remove(_ id: Int) -> Waiter? {
    state.withLock { state in
      state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
    }
  }
}
