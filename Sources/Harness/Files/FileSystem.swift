internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The few questions and deeds of a file system that the harness needs.
package enum FileSystem {
  /// The whole file, up to a limit in bytes.
  package static func read(_ path: String, limit: Int = .max) throws -> [UInt8] {
    try ReadableFile(path).contents(limit: limit)
  }

  /// Makes a folder that must not exist yet, readable by its owner alone.
  package static func createPrivateFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw FileError.last("create", path) }
  }

  /// Makes a folder and those above it where they are missing.
  package static func createFolders(_ path: String) throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(part) : "/" + part
      if mkdir(made, 0o777) == 0 { continue }
      // Before anything else is asked of the system, which would have its own answer.
      let error = FileError.last("create", made)
      guard error.isTaken || isFolder(made) else { throw error }
    }
    guard path.isEmpty || isFolder(path) else { throw FileError("create", path, code: ENOTDIR) }
  }

  package static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  package static func isRegularFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  package static func exists(_ path: String) -> Bool { kind(of: path) != nil }

  /// Whether a file begins as a suite, a journal or a database does, links followed: none of them may be lost to a
  /// report.
  package static func holdsData(_ path: String) -> Bool {
    guard isRegularFile(path), let file = fopen(path, "re") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = fread(&bytes, 1, bytes.count, file)
    let beginning = bytes.prefix(count)
    return beginning.starts(with: "SQLite format 3".utf8) || beginning.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// Whether writing to it would show on a terminal, as by `/dev/stdout` or `/dev/tty`.
  package static func isTerminal(_ path: String) -> Bool {
    guard kind(of: path) == S_IFCHR else { return false }
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  /// When a file was last written, in nanoseconds since 1970; 0 where there is none.
  package static func modified(_ path: String) -> Int64 {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return Int64(time.tv_sec).multipliedSaturated(by: .perSecond).addingSaturated(Int64(time.tv_nsec))
  }

  /// Of a file, in bytes; 0 where there is none.
  package static func size(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The names in a folder, in no order, without `.` and `..`; empty when it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
