#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where a benchmark runs, and how busy it is there.
enum Machine {
  /// The mean number of running programs over the last minute.
  static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : 0
  }

  static func description(loadBefore: Double) -> String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return "\(cores) cores; load \(Decimals.text(loadBefore, 1)) before the benchmark (what else was running), "
      + "\(Decimals.text(load, 1)) at its end."
  }
}
