#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder for files that are not kept: it goes when its owner goes.
package struct ScratchFolder: ~Copyable {
  package let path: String

  /// What an interrupted program left there is removed.
  package init(_ path: String) throws {
    self.path = path
    ScratchFolder.remove(path)
    try FileSystem.createPrivateFolder(path)
  }

  deinit {
    ScratchFolder.remove(path)
  }

  /// Removes a file, or a folder and all in it.
  package static func remove(_ path: String) {
    guard FileSystem.isFolder(path) else {
      unlink(path)
      return
    }
    for name in FileSystem.names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
