#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is open for writing and is closed exactly once.
package struct OpenFile: ~Copyable, Sendable {
  package let descriptor: Int32
  package let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// A new file, which must not exist yet.
  package static func create(_ path: String, mode: UInt32) throws -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, mode_t(mode))
    guard descriptor >= 0 else { throw FileError.last("create", path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// A file that must exist, to be read and to be written at its end.
  package static func appending(_ path: String) throws -> OpenFile {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileError.last("open", path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// Whatever stands there (a device, a pipe), to be written as it is; nobody is waited for who might read it.
  package static func existing(_ path: String) throws -> OpenFile {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = FileError.last("open", path)
      throw error.code == ENXIO && FileSystem.kind(of: path) == S_IFIFO
        ? FileError("open", path, code: FileError.unreadPipe) : error
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// All that the file holds, where nothing of it was read before.
  package func contents() throws -> [UInt8] { try readAll(of: descriptor, path) }

  /// Writes all bytes: one write(2), more only where the system took a part.
  package func write(_ bytes: [UInt8]) throws {
    try writeAll(bytes, to: descriptor, named: path)
  }

  /// Cuts the file down to its first bytes.
  package func truncate(to size: Int) throws {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw FileError.last("write", path) }
  }

  /// Returns when the system has the bytes on its disk.
  package func sync() throws {
    guard fsync(descriptor) == 0 else { throw FileError.last("write", path) }
  }

  /// Takes the file for this process alone until it is closed, or answers false when another has it.
  ///
  /// A record lock beside it tells others by whom; alone it would not do, since closing any descriptor of the file ends it.
  package func lock() -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    var record = OpenFile.wholeFile
    _ = fcntl(descriptor, F_SETLK, &record)
    return true
  }

  /// The process that has taken a file; nil where none has, or the system does not tell.
  package static func holder(of path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var record = wholeFile
    guard fcntl(descriptor, F_GETLK, &record) == 0, Int32(record.l_type) != Int32(F_UNLCK) else { return nil }
    return record.l_pid > 0 ? record.l_pid : nil
  }

  private static var wholeFile: flock {
    var lock: flock = .init()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return lock
  }

  /// Whether another process has taken the file; false where there is none.
  package static func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  package func setMode(_ mode: UInt32) throws {
    guard fchmod(descriptor, mode_t(mode)) == 0 else { throw FileError.last("write", path) }
  }
}

/// Writes all bytes to a descriptor, going on after interruptions and partial writes.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws {
  try bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let count = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        waitUntilWritable(descriptor)
      } else if errno != EINTR {
        throw FileError.last("write", name)
      }
    }
  }
}

/// A terminal or pipe that another program made non-blocking would otherwise lose what we print.
private func waitUntilWritable(_ descriptor: Int32) {
  var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  _ = poll(&waiting, 1, -1)
}
