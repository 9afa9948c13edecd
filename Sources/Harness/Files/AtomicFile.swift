#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Replaces a file in one step: a reader sees the old text or the new one, never a part.
package enum AtomicFile {
  /// Writes a temporary file beside the target, flushes it to disk, renames it and flushes the folder.
  ///
  /// `fill` writes the bytes, in as many pieces as it likes; where it throws, the target stays as it was. The target's
  /// mode is kept. What is not a regular file (a device, a pipe) is written as it is. `token`, in hexadecimal digits,
  /// makes the temporary name unique; what killed processes left beside the target is swept away.
  /// - Throws: `FileError`, and what `fill` throws.
  package static func write(
    to path: String, token: String, _ fill: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let target = try resolved(path)
    if FileSystem.exists(target) && !FileSystem.isRegularFile(target) {
      let file = try OpenFile.existing(target)
      return try fill { try file.write($0) }
    }
    let temporary = LeftOver.name(for: target, token: token)
    do {
      try create(temporary, mode: mode(of: target), fill)
      LeftOver.sweep(beside: target, writing: temporary)
      guard rename(temporary, target) == 0 else { throw FileError.last("write", target) }
    } catch {
      unlink(temporary)
      throw (error as? FileError).map { FileError("write", path, code: $0.code) } ?? error
    }
    syncFolder(of: target)
  }

  /// Why a file could not be written, in the system's words; nil when nothing seems to stand in the way.
  package static func obstacle(to path: String) -> String? {
    guard let target = try? resolved(path) else { return FileError("write", path, code: ELOOP).reason }
    if FileSystem.isFolder(target) { return FileError("write", path, code: EISDIR).reason }
    let place = FileSystem.exists(target) && !FileSystem.isRegularFile(target) ? target : folder(of: target)
    guard access(place, W_OK) == 0 else { return FileError.last("write", path).reason }
    let isReachable = FileSystem.isFolder(place) || place == target
    return isReachable ? nil : FileError("write", path, code: ENOTDIR).reason
  }

  static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  /// Links are followed, so that what they point to is replaced or made, and not the link.
  private static func resolved(_ path: String) throws -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var path = path
    // As many as the system follows.
    for _ in 0..<40 {
      guard let next = destination(of: path) else { return path }
      path = next.hasPrefix("/") ? next : "\(folder(of: path))/\(next)"
    }
    throw FileError("write", path, code: ELOOP)
  }

  /// Where a link points to; nil for what is none.
  private static func destination(of path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, Int(PATH_MAX))
    return count < 0 ? nil : String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func create(
    _ path: String, mode: UInt32?, _ fill: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let file = try OpenFile.create(path, mode: 0o666)
    // Until it is closed, so that nobody takes it for left over.
    _ = file.lock()
    if let mode { try file.setMode(mode) }
    try fill { try file.write($0) }
    try file.sync()
  }

  private static func mode(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
  }

  private static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
