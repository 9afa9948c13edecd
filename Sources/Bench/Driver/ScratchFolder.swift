internal import Harness

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder for the runs of a benchmark, gone when the benchmark is over.
struct ScratchFolder: ~Copyable {
  let path: String

  /// What an interrupted benchmark left there is removed.
  init(_ path: String) throws {
    self.path = path
    ScratchFolder.remove(path)
    try FileSystem.createPrivateFolder(path)
  }

  deinit {
    ScratchFolder.remove(path)
  }

  /// Removes a file, or a folder and all in it.
  static func remove(_ path: String) {
    guard FileSystem.isFolder(path) else {
      unlink(path)
      return
    }
    for name in FileSystem.names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
