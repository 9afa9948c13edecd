internal import Dispatch
internal import Synchronization

/// Goes on with deep work on a thread of its own, where the stack begins anew, and waits for it.
enum FreshStack {
  static func go<State: Sendable>(on state: inout State, _ work: @escaping @Sendable (inout State) -> Void) {
    let result = Result(state)
    let isDone = DispatchSemaphore(value: 0)
    // A queue of its own: the threads that wait for deeper ones must not use up those that these need.
    DispatchQueue(label: "bakeoff.deeper").async {
      result.state.withLock { work(&$0) }
      isDone.signal()
    }
    isDone.wait()
    state = result.state.withLock { $0 }
  }

  private final class Result<State: Sendable>: Sendable {
    let state: Mutex<State>

    init(_ state: State) {
      self.state = Mutex(state)
    }
  }
}
