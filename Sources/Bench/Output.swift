internal import Harness

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The only place that prints: results to standard output, all else to standard error.
enum Output {
  static func print(_ text: String) throws {
    try writeAll(Array((text + "\n").utf8), to: STDOUT_FILENO, named: "standard output")
  }

  /// A closed standard error is nobody's fault.
  static func say(_ text: String) {
    try? writeAll(Array((text + "\n").utf8), to: STDERR_FILENO, named: "standard error")
  }
}
