#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The three files that every program takes for granted.
enum StandardStreams {
  /// Fills those that the caller closed, before a file of ours gets their number and is printed into.
  ///
  /// The lowest free number is given first, so each lands where it is missing; what is printed there fails, as it
  /// should: it is open for reading alone.
  ///
  /// A reader that goes is an error of the next write and no signal.
  static func fill() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
