#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Clocks that never step, in nanoseconds.
package enum Monotonic {
  /// The clock of all stamps: it stands still while the machine sleeps.
  package static var now: Int64 {
    #if canImport(Darwin)
      return Int64(clock_gettime_nsec_np(CLOCK_UPTIME_RAW))
    #else
      return read(CLOCK_MONOTONIC)
    #endif
  }

  /// Runs on while the machine sleeps; all processes read the same.
  package static var continuous: Int64 {
    #if canImport(Darwin)
      return Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW))
    #else
      return read(CLOCK_BOOTTIME)
    #endif
  }

  #if !canImport(Darwin)
    private static func read(_ clock: clockid_t) -> Int64 {
      var time = timespec()
      clock_gettime(clock, &time)
      return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
  #endif
}
