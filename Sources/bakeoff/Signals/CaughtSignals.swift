internal import CSignal

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The signals that end a program, kept in the order in which they came until somebody takes them.
struct CaughtSignals: Sendable {
  /// Each is a byte in a pipe, so that none is lost before anybody waits for it.
  private let readable: Int32

  /// Catches them from now on: to be called before anything that takes time.
  ///
  /// One that is ignored already stays ignored: `nohup` and a shell's background mean that. A closed pipe and a file that
  /// may grow no further become errors of the write that meets them.
  static func begin() -> CaughtSignals {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return CaughtSignals(readable: -1) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] { csignal_catch(number, ends[1]) }
    return CaughtSignals(readable: ends[0])
  }

  /// The next signal, or nil where none has come after so many milliseconds; nil waits for ever.
  func next(within milliseconds: Int32?) -> Int32? {
    var waiting = pollfd(fd: readable, events: Int16(POLLIN), revents: 0)
    let found = poll(&waiting, 1, milliseconds ?? -1)
    var number: UInt8 = 0
    return found > 0 && read(readable, &number, 1) == 1 ? Int32(number) : nil
  }
}
