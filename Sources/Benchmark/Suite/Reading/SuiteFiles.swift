/// The files that a suite names beside itself; opening them is no business of this module.
package protocol SuiteFiles: Sendable {
  /// A text in UTF-8.
  func text(_ path: String) throws(SuiteFileFault) -> String

  /// A file of rows as it stands.
  func rows(_ path: String) throws(SuiteFileFault) -> [UInt8]

  /// What is kept of an attachment.
  func facts(_ path: String) throws(SuiteFileFault) -> FileFacts
}

/// Why a file beside a suite is not used.
package enum SuiteFileFault: Error, Hashable, Sendable {
  /// Its path leads out of the suite's folder, or may: by `..`, as an absolute path, or by a symbolic link.
  case outside
  /// A name on the way begins with a dot: keys and settings stand there.
  case hidden
  /// In /proc, /dev or /sys, or a device.
  case noOrdinaryFile
  /// It holds a key that is in use, or a value of `.env`.
  case secret
  case tooLarge(most: Int)
  case notUTF8
  /// The system's words.
  case unreadable(String)

  /// What is wrong and what to do, to follow the file's name.
  package var message: String {
    switch self {
    case .outside:
      "lies outside of the suite's folder, or a symbolic link leads to it. To use it, give '--allow-outside'."
    case .hidden:
      "is hidden (it or a folder on the way begins with a dot), as files with keys are: no suite uses one. Copy what "
        + "you need of it to another name."
    case .noOrdinaryFile:
      "is no ordinary file, but a device or something in /proc, /dev or /sys: no suite uses one. Copy what you need of "
        + "it to a file."
    case .secret: "holds a key that is in use, or a value of .env, and is not sent. Take that out of it."
    case .tooLarge(let most): "is larger than \(most >> 20) MiB. Make it smaller."
    case .notUTF8: "is not UTF-8. Save it as UTF-8."
    case .unreadable(let reason): "cannot be read: \(reason)."
    }
  }
}

/// For a suite that stands alone: none of its files is there.
package struct NoSuiteFiles: SuiteFiles {
  package init() {}

  package func text(_ path: String) throws(SuiteFileFault) -> String { throw .unreadable("there are no files here") }

  package func rows(_ path: String) throws(SuiteFileFault) -> [UInt8] { throw .unreadable("there are no files here") }

  package func facts(_ path: String) throws(SuiteFileFault) -> FileFacts {
    throw .unreadable("there are no files here")
  }
}
