#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is open for reading and is closed exactly once.
struct ReadableFile: ~Copyable, Sendable {
  private let descriptor: Int32
  private let path: String

  init(_ path: String) throws {
    if let kind = FileSystem.kind(of: path), isNamedPipe(kind, path) {
      throw FileError("read", path, code: FileError.namedPipe)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last("read", path) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// What it holds from where it stands to its end, up to a limit in bytes.
  func contents(limit: Int = .max) throws -> [UInt8] {
    try readAll(of: descriptor, path, limit: limit)
  }

  /// Whether it can be read at any place, and again: a pipe cannot.
  var isRegular: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What stands in a part of it, wherever reading has come to.
  func bytes(_ part: Range<Int>) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: part.count)
    var done = 0
    while done < part.count {
      let count = bytes.withUnsafeMutableBytes { rest in
        pread(descriptor, rest.baseAddress?.advanced(by: done), rest.count - done, off_t(part.lowerBound + done))
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        throw hasChanged
      } else if errno != EINTR {
        throw FileError.last("read", path)
      }
    }
    return bytes
  }

  /// What was there is no longer there.
  var hasChanged: FileError { FileError("read", path, code: FileError.changed) }

  /// Reads on; false at the end.
  func append(to bytes: inout [UInt8]) throws -> Bool {
    try readMore(of: descriptor, path, to: &bytes) > 0
  }
}

/// What an open file holds from where it stands to its end.
func readAll(of descriptor: Int32, _ path: String, limit: Int = .max) throws -> [UInt8] {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileError.last("read", path) }
  if status.st_mode & S_IFMT == S_IFDIR { throw FileError("read", path, code: EISDIR) }
  if isNamedPipe(status.st_mode & S_IFMT, path) { throw FileError("read", path, code: FileError.namedPipe) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(Int(clamping: status.st_size), 1 << 30) + 1)
  while bytes.count <= limit {
    let count = try readMore(of: descriptor, path, to: &bytes)
    if count == 0 { return bytes }
  }
  throw FileError("read", path, code: EFBIG)
}

/// A shell's `<(…)` is a pipe without a name, and has a writer.
private func isNamedPipe(_ kind: mode_t, _ path: String) -> Bool {
  kind == S_IFIFO && !path.hasPrefix("/dev/")
}

private func readMore(of descriptor: Int32, _ path: String, to bytes: inout [UInt8]) throws -> Int {
  try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { chunk in
    while true {
      let count = read(descriptor, chunk.baseAddress, chunk.count)
      if count >= 0 {
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        return count
      }
      guard errno == EINTR else { throw FileError.last("read", path) }
    }
  }
}
