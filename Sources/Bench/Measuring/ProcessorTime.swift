internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Processor time of all threads together, in user and system mode.
enum ProcessorTime {
  static var ofThisProcess: Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Nanoseconds(time.tv_sec) * Nanoseconds.perSecond + Nanoseconds(time.tv_nsec)
  }

  static func of(_ usage: rusage) -> Nanoseconds {
    [usage.ru_utime, usage.ru_stime].map {
      Nanoseconds($0.tv_sec) * Nanoseconds.perSecond + Nanoseconds($0.tv_usec) * 1000
    }
    .reduce(0, +)
  }
}
