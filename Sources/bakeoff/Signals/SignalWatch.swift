internal import Synchronization
internal import Transport

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits for the signals that end a program: the first lets what is in flight end, the second stops now.
final class SignalWatch: Sendable {
  private static let statuses: [Int32: ExitStatus] = [
    SIGINT: .interrupt, SIGTERM: .terminate, SIGHUP: .hangUp,
  ]
  /// Milliseconds that what is in flight has to end by itself.
  private static let longestDrain: Int32 = 10_000
  /// Milliseconds that what was cancelled has to be recorded as such, and reported; a further signal does not wait for
  /// them.
  private static let longestStop: Int32 = 5_000

  /// How far the end has come.
  private enum Phase {
    case running
    /// What is in flight may end by itself.
    case draining
    /// What did not end in time was cancelled, and is recorded.
    case recording
    /// A person wants it to end now.
    case stopping

    /// How long it may last.
    var patience: Int32? {
      switch self {
      case .running, .recording: nil
      case .draining: longestDrain
      case .stopping: longestStop
      }
    }
  }

  private let first = Mutex<ExitStatus?>(nil)
  private let drain: @Sendable () -> Bool
  private let cancel: @Sendable () -> Void

  /// The status that the first signal asks for, once it has come.
  var status: ExitStatus? { first.withLock(\.self) }

  /// Calls `drain`, and where that answers that nothing drains, `cancel`; both on a thread of its own, which no work
  /// keeps waiting.
  init(for signals: CaughtSignals, drain: @escaping @Sendable () -> Bool, cancel: @escaping @Sendable () -> Void) {
    self.drain = drain
    self.cancel = cancel
    BackgroundThread.start(.usual) { [self] in
      var phase = Phase.running
      while true { phase = follow(phase, signals.next(within: phase.patience)) }
    }
  }

  /// What comes after a phase that a signal has ended, or its time.
  private func follow(_ phase: Phase, _ signal: Int32?) -> Phase {
    guard let signal, let status = SignalWatch.statuses[signal] else { return timeIsUp(in: phase) }
    switch phase {
    case .running:
      first.withLock { $0 = status }
      if drain() { return .draining }
      cancel()
      return .stopping
    case .draining, .recording:
      cancel()
      return .stopping
    case .stopping: _exit(status.rawValue)
    }
  }

  private func timeIsUp(in phase: Phase) -> Phase {
    switch phase {
    case .running, .recording: return phase
    case .draining:
      cancel()
      return .recording
    case .stopping: _exit((status ?? .interrupt).rawValue)
    }
  }
}
