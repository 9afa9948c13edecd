#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The machine's clocks.
enum MachineClock {
  /// Nanoseconds on a clock that never goes back.
  static var monotonic: Int64 {
    #if canImport(Darwin)
      Int64(clock_gettime_nsec_np(CLOCK_UPTIME_RAW))
    #else
      nanoseconds(of: CLOCK_MONOTONIC)
    #endif
  }

  /// Milliseconds since 1970 in UTC.
  static var unixMilliseconds: Int64 {
    nanoseconds(of: CLOCK_REALTIME) / 1_000_000
  }

  private static func nanoseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
