internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits for the signals that end a program: the first one stops the work in order, the second one at once.
final class SignalWatch: Sendable {
  private static let statuses: [Int32: ExitStatus] = [
    SIGINT: .interrupt, SIGTERM: .terminate, SIGHUP: .hangUp,
  ]

  private let first = Mutex<ExitStatus?>(nil)
  /// All sources call back on it, one at a time.
  private let queue = DispatchQueue(label: "bakeoff.signals", qos: .userInteractive)
  /// The status that the first signal asks for, once it has come.
  var status: ExitStatus? { first.withLock { $0 } }

  /// Calls `onFirst` once, on another thread.
  ///
  /// A closed pipe and a file that may grow no further become errors of the write that meets them.
  init(onFirst: @escaping @Sendable () -> Void) {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for (number, status) in SignalWatch.statuses { watch(number, status, onFirst) }
  }

  private func watch(_ number: Int32, _ status: ExitStatus, _ onFirst: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { [self] in
      let isFirst = first.withLock { first in
        defer { first = first ?? status }
        return first == nil
      }
      guard isFirst else { _exit(status.rawValue) }
      onFirst()
    }
    source.setCancelHandler { withExtendedLifetime(source) {} }
    source.resume()
  }
}
