#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where a benchmark ran, and how busy it was there.
struct Machine: Sendable {
  var cores: Int
  /// The mean number of running programs over a minute, before the benchmark and at its end.
  var loads: (before: Double, after: Double)

  /// The machine at the end of a benchmark.
  init(loadBefore: Double) {
    self.init(cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)), loads: (loadBefore, Machine.load))
  }

  init(cores: Int, loads: (before: Double, after: Double)) {
    self.cores = cores
    self.loads = loads
  }

  static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : 0
  }
}

extension Machine: CustomStringConvertible {
  var description: String {
    let before = Decimals.text(loads.before, 1)
    let after = Decimals.text(loads.after, 1)
    let isBusy = loads.before > Double(cores) / 2
    return "\(cores) cores; load \(before) before the benchmark, \(after) at its end."
      + (isBusy ? " Other programs were running: repeat it on a quiet machine." : "")
  }
}
