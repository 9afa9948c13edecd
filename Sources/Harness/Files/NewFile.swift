#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes files where nothing stands yet; what a person has is never written over.
package enum NewFile {
  /// Writes the whole file, flushed to disk, and leaves nothing when that fails.
  ///
  /// - Throws: `FileError`; its `isTaken` tells that something, if only a dangling link, stands there already.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OpenFile.create(path, mode: 0o666)
    do {
      try file.write(bytes)
      try file.sync()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Takes a file away again that has just been written.
  package static func withdraw(_ path: String) {
    unlink(path)
  }
}
