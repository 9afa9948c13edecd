internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether a suite may use the file that an open descriptor leads to, wherever links have led.
enum SuiteFilePlace {
  /// Of the system's own: what stands there is made up by the kernel, keys of processes among it.
  private static let systemFolders = ["proc", "dev", "sys"]

  /// Whether a name on a path begins with a dot, beside `.` and `..` themselves.
  static func isHidden(_ path: String) -> Bool { path.split(separator: "/").contains(where: isHidden) }

  private static func isHidden(_ name: Substring) -> Bool { name.first == "." && name != "." && name != ".." }

  /// - Throws: `SuiteFileFault`.
  static func check(_ descriptor: Int32, named name: String, ofSuiteIn folder: String) throws(SuiteFileFault) {
    guard let path = realPath(of: descriptor) else { throw .unreadable("the system does not say where it is") }
    let names = path.split(separator: "/")
    let suite = realPath(of: folder)?.split(separator: "/") ?? []
    // Who keeps suites in a hidden folder, or in memory below /dev/shm, uses files there.
    let shared = zip(names, suite).prefix { $0 == $1 }.count
    if names.dropFirst(shared).contains(where: isHidden) { throw .hidden }
    let isBesideSuite = !suite.isEmpty && shared == suite.count
    if isDevice(descriptor) || (isSystems(path) || isSystems(name)) && !isBesideSuite {
      throw .noOrdinaryFile
    }
  }

  private static func isSystems(_ path: String) -> Bool {
    path.hasPrefix("/") && systemFolders.contains { $0 == path.split(separator: "/").first { $0 != "." } ?? "" }
  }

  /// Whether bytes were read of a file that has none: the kernel makes them up, wherever /proc is mounted.
  static func isMadeUp(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    return !bytes.isEmpty && (fstat(descriptor, &status) != 0 || status.st_size == 0)
  }

  /// A device or a socket; pipes and folders have sentences of their own.
  private static func isDevice(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) != 0 || ![S_IFREG, S_IFDIR, S_IFIFO].contains(status.st_mode & S_IFMT)
  }

  private static func realPath(of descriptor: Int32) -> String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    #if canImport(Glibc)
      guard readlink("/proc/self/fd/\(descriptor)", &path, Int(PATH_MAX)) > 0 else { return nil }
    #else
      guard fcntl(descriptor, F_GETPATH, &path) == 0 else { return nil }
    #endif
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func realPath(of folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
