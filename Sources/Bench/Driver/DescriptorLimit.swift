#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How many sockets a process may have open.
enum DescriptorLimit {
  /// Asks for all that the system allows; programs that are started later inherit it.
  static func raise() -> Int {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(resource, &limit)
    getrlimit(resource, &limit)
    return Int(clamping: limit.rlim_cur)
  }
}
