internal import Harness

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The most memory that this process has had at once.
enum PeakMemory {
  /// Resident bytes.
  static var bytes: Int64 {
    #if canImport(Glibc)
      // Not rusage's: that begins with what the process that started this one had.
      let status = (try? FileSystem.read("/proc/self/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split { !$0.isNumber }.first.flatMap { Int64($0) }
      return (kilobytes ?? 0) * 1024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Int64(usage.ru_maxrss)
    #endif
  }
}
