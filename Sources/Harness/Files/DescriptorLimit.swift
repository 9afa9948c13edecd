#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How many sockets a process may have open.
package enum DescriptorLimit {
  /// Asks for all that the system allows; programs that are started later inherit it.
  package static func raise() -> Int {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    getrlimit(resource, &limit)
    #if canImport(Glibc)
      limit.rlim_cur = min(limit.rlim_max, 65_536)
    #else
      limit.rlim_cur = min(limit.rlim_max, rlim_t(OPEN_MAX))
    #endif
    setrlimit(resource, &limit)
    getrlimit(resource, &limit)
    return Int(clamping: limit.rlim_cur)
  }
}
