#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the system said no to, in words that name the file.
package struct FileError: Error, Hashable, CustomStringConvertible {
  /// As in "cannot … x".
  package var action: String
  package var path: String
  /// The system's error number.
  package var code: Int32

  package init(_ action: String, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The error that the system has just reported to this thread.
  static func last(_ action: String, _ path: String) -> FileError {
    FileError(action, path, code: errno)
  }

  package var description: String { "cannot \(action) \(path): \(reason)" }

  /// Stands for an error number where a file is a pipe with a name, on which one may wait for ever.
  static let namedPipe: Int32 = -1

  /// Stands for an error number where a file no longer holds what it did.
  static let changed: Int32 = -2

  /// Stands for an error number where a named pipe is to be written that nobody reads: one would wait for ever.
  static let unreadPipe: Int32 = -3

  /// The system's own words: "No space left on device".
  package var reason: String {
    switch code {
    case FileError.namedPipe: "Is a pipe; write what comes out of it to a file"
    case FileError.changed: "It was changed while it was read"
    case FileError.unreadPipe: "Is a pipe that nobody reads; begin to read it first"
    default: String(cString: strerror(code))
    }
  }

  /// Another process has the file.
  package var isLocked: Bool { code == EWOULDBLOCK }

  /// Something stands already where a new file should.
  package var isTaken: Bool { code == EEXIST }

  /// A pipe whose reader has closed it.
  package var isReaderGone: Bool { code == EPIPE }

  package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
}
