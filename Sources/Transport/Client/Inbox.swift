import Synchronization

/// What other threads hand over to the transport's thread.
final class Inbox: Sendable {
  /// What the transport's thread is asked to do.
  enum Command: Sendable {
    case start(Submission)
    case cancel(id: Int)
    /// The answer to what was asked about a body: the transfer is over with this ending.
    case end(id: Int, Ending)
    case close
  }

  private struct State {
    var commands: [Command] = []
    var isOpen = true

    mutating func takeAll() -> [Command] {
      let taken = commands
      commands = []
      return taken
    }
  }

  private let state = Mutex(State())
  private let pipe: WakePipe

  init(_ pipe: WakePipe) {
    self.pipe = pipe
  }

  /// Refuses when the inbox is closed or the task is cancelled already.
  ///
  /// The task is asked under the lock: a cancellation that comes later posts its command behind this one.
  func submit(_ submission: Submission) {
    let isAccepted = state.withLock { state in
      guard state.isOpen, !Task.isCancelled else { return false }
      append(.start(submission), to: &state)
      return true
    }
    if !isAccepted { submission.end(.cancelled) }
  }

  func post(_ command: Command) {
    state.withLock { state in
      if state.isOpen { append(command, to: &state) }
    }
  }

  func takeAll() -> [Command] {
    state.withLock { $0.takeAll() }
  }

  /// Answers what was left; after this nothing comes in and the pipe is used no more.
  func close() -> [Command] {
    state.withLock { state in
      state.isOpen = false
      return state.takeAll()
    }
  }

  private func append(_ command: Command, to state: inout State) {
    if state.commands.isEmpty { pipe.wake() }
    state.commands.append(command)
  }
}
