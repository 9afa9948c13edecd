#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The temporary files that processes leave beside a file when they are killed while they write it.
enum LeftOver {
  /// Nanoseconds that one has to be older than what is written at present: its writer locks it as soon as it is there.
  private static let patience: Int64 = 60_000_000_000

  /// As in `report.md.1f2e.tmp`.
  static func name(for target: String, token: String) -> String { "\(target).\(token).tmp" }

  /// Removes those of a target that nobody writes any more; `temporary` has just been written, and tells the time.
  static func sweep(beside target: String, writing temporary: String) {
    let now = FileSystem.modified(temporary)
    let folder = AtomicFile.folder(of: target)
    for name in FileSystem.names(in: folder) where isTemporary(name, of: target) {
      let path = "\(folder)/\(name)"
      if isOurs(path), now - FileSystem.modified(path) > patience, !OpenFile.isLocked(path) { unlink(path) }
    }
  }

  private static func isTemporary(_ name: String, of target: String) -> Bool {
    let start = (target.split(separator: "/").last ?? "") + "."
    let token = name.dropFirst(start.count).dropLast(".tmp".count)
    return name.hasPrefix(start) && name.hasSuffix(".tmp") && (1...16).contains(token.count)
      && token.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// A file of this user's and no link.
  private static func isOurs(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
  }
}
