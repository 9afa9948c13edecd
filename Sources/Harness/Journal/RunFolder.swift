#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where a run's files stand: `reports/20261120T031500Z-starter-4f2a/`.
package struct RunFolder: Hashable, Sendable {
  package static let journalName = "run.jsonl"

  package var path: String
  /// The journal's name in it.
  package var journalName = RunFolder.journalName

  package init(path: String) {
    self.path = path
  }

  /// The run's name.
  package var id: String { path.split(separator: "/").last.map(String.init) ?? path }
  package var journal: String { "\(path)/\(journalName)" }

  /// Makes a new folder below `root`, readable by its owner alone.
  ///
  /// `time` is UTC as `20261120T031500Z`; `random` gives the four hexadecimal digits that keep two starts of one second
  /// apart.
  /// - Throws: `FileError`.
  package static func create(
    below root: String, time: String, suite: String, random: () -> UInt16
  ) throws -> RunFolder {
    try FileSystem.createFolders(root)
    var tries = 8
    while true {
      let digits = String(random(), radix: 16)
      let suffix = String(repeating: "0", count: 4 - digits.count) + digits
      let folder = RunFolder(path: "\(root)/\(time)-\(fileName(suite))-\(suffix)")
      do {
        try FileSystem.createPrivateFolder(folder.path)
        return folder
      } catch let error as FileError where error.code == EEXIST && tries > 0 {
        tries -= 1
      }
    }
  }

  /// A suite's name as a part of a file name: letters, digits and `_` in words joined by `-`, at most 40 characters.
  private static func fileName(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
    return String(words.joined(separator: "-").prefix(40))
  }

  /// The run that a user names: `latest`, a journal of whatever name, a folder, or a folder's name below `root`.
  package static func find(_ name: String, below root: String) -> RunFolder? {
    if name == "latest" { return latest(below: root) }
    if FileSystem.isRegularFile(name) {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      var folder = RunFolder(path: parts.count > 1 ? parts.dropLast().joined(separator: "/") : ".")
      folder.journalName = String(parts[parts.count - 1])
      return folder
    }
    return [name, "\(root)/\(name)"].map { RunFolder(path: $0) }.first { FileSystem.isRegularFile($0.journal) }
  }

  /// The newest by the time in its name, and among those of one second by when its journal was last written.
  private static func latest(below root: String) -> RunFolder? {
    FileSystem.names(in: root)
      .filter { $0.first?.isNumber == true }
      .map { (time: $0.prefix { $0 != "-" }, folder: RunFolder(path: "\(root)/\($0)")) }
      .filter { FileSystem.isRegularFile($0.folder.journal) }
      .max { left, right in
        left.time == right.time
          ? FileSystem.modified(left.folder.journal) < FileSystem.modified(right.folder.journal)
          : left.time < right.time
      }?.folder
  }
}
