internal import CProcess

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What this process holds in memory: keys, among other things.
enum ProcessMemory {
  /// Keeps it off the disk and from other processes: no core dump, here or in a program that is started later, and on
  /// Linux nobody but root attaches a debugger or reads the environment.
  ///
  /// Where the system refuses, nothing is lost but that protection.
  static func hide() {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    #else
      let resource = RLIMIT_CORE
    #endif
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(resource, &none)
    #if os(Linux)
      _ = cprocess_hide_memory()
    #endif
  }
}
