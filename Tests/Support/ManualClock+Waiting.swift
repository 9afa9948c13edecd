import Synchronization

extension ManualClock {
  /// A task that sleeps until the clock reaches its deadline.
  struct Sleeper {
    var id: Int
    var deadline: Instant
    var wake: CheckedContinuation<Void, any Error>
  }

  /// A test that waits until enough tasks are asleep.
  struct Watcher {
    var id: Int
    var count: Int
    var wake: CheckedContinuation<Void, any Error>
  }

  /// The time, and everybody who waits.
  struct State {
    var now = Instant()
    private var lastID = 0
    private var sleepers: [Sleeper] = []
    private var watchers: [Watcher] = []

    mutating func nextID() -> Int {
      lastID += 1
      return lastID
    }

    mutating func takeDue() -> [Sleeper] {
      let due = sleepers.filter { $0.deadline <= now }.sorted { $0.deadline < $1.deadline }
      sleepers.removeAll { $0.deadline <= now }
      return due
    }

    mutating func add(_ sleeper: Sleeper) -> [Watcher] {
      sleepers.append(sleeper)
      let content = watchers.filter { $0.count <= sleepers.count }
      watchers.removeAll { $0.count <= sleepers.count }
      return content
    }

    /// Answers false when there is nothing to wait for.
    mutating func add(_ watcher: Watcher) -> Bool {
      guard sleepers.count < watcher.count else { return false }
      watchers.append(watcher)
      return true
    }

    mutating func removeSleeper(_ id: Int) -> Sleeper? {
      sleepers.firstIndex { $0.id == id }.map { sleepers.remove(at: $0) }
    }

    mutating func removeWatcher(_ id: Int) -> Watcher? {
      watchers.firstIndex { $0.id == id }.map { watchers.remove(at: $0) }
    }
  }
}

// Both ask for cancellation under the lock: a handler that ran before has set the task's flag, one that runs after
// finds the entry.
extension ManualClock {
  func enter(_ sleeper: Sleeper) {
    enum Next {
      case wake, throwCancellation
      case sleep([Watcher])
    }
    let next: Next = state.withLock { state in
      if Task.isCancelled { return .throwCancellation }
      if sleeper.deadline <= state.now { return .wake }
      return .sleep(state.add(sleeper))
    }
    switch next {
    case .wake: sleeper.wake.resume()
    case .throwCancellation: sleeper.wake.resume(throwing: CancellationError())
    case .sleep(let content): for watcher in content { watcher.wake.resume() }
    }
  }

  func enter(_ watcher: Watcher) {
    enum Next {
      case wake, throwCancellation, wait
    }
    let next: Next = state.withLock { state in
      if Task.isCancelled { return .throwCancellation }
      return state.add(watcher) ? .wait : .wake
    }
    switch next {
    case .wake: watcher.wake.resume()
    case .throwCancellation: watcher.wake.resume(throwing: CancellationError())
    case .wait: break
    }
  }
}
