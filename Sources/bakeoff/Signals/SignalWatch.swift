internal import Dispatch
internal import Synchronization

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
  /// Seconds that what is in flight has to end by itself.
  private static let longestDrain = 10
  /// Seconds that what was cancelled has to be recorded as such, and reported; a third signal does not wait for them.
  private static let longestStop = 5

  private struct State: Sendable {
    /// What the first signal asks for.
    var status: ExitStatus?
    var isDraining = false
  }

  private let state = Mutex(State())
  /// All sources call back on it, one at a time.
  private let queue = DispatchQueue(label: "bakeoff.signals", qos: .userInteractive)
  private let drain: @Sendable () -> Bool
  private let cancel: @Sendable () -> Void

  /// The status that the first signal asks for, once it has come.
  var status: ExitStatus? { state.withLock(\.status) }

  /// Calls `drain`, and where that answers that nothing drains, `cancel`; both on another thread.
  ///
  /// A closed pipe and a file that may grow no further become errors of the write that meets them.
  init(drain: @escaping @Sendable () -> Bool, cancel: @escaping @Sendable () -> Void) {
    self.drain = drain
    self.cancel = cancel
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for (number, status) in SignalWatch.statuses { watch(number, status) }
  }

  private func watch(_ number: Int32, _ status: ExitStatus) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { [self] in
      if self.status == nil { beginToEnd(status) } else { stop(status) }
    }
    source.setCancelHandler { withExtendedLifetime(source) {} }
    source.resume()
  }

  private func beginToEnd(_ status: ExitStatus) {
    state.withLock { $0.status = status }
    guard drain() else { return cancel() }
    state.withLock { $0.isDraining = true }
    after(SignalWatch.longestDrain) { [cancel] in cancel() }
  }

  /// A second signal stops what drains, and one that finds nothing more to stop ends the process.
  private func stop(_ status: ExitStatus) {
    let wasDraining = state.withLock { state in
      defer { state.isDraining = false }
      return state.isDraining
    }
    guard wasDraining else { _exit(status.rawValue) }
    cancel()
    after(SignalWatch.longestStop) { _exit(status.rawValue) }
  }

  private func after(_ seconds: Int, _ deed: @escaping @Sendable () -> Void) {
    queue.asyncAfter(deadline: .now() + .seconds(seconds), execute: deed)
  }
}
