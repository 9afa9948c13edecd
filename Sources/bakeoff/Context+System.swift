internal import Benchmark
internal import Harness
internal import Transport

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Context {
  /// The process's own environment, clocks and randomness.
  static func system() -> Context {
    let environment = ProcessInfo.processInfo.environment
    let wall: @Sendable () -> Int64 = { Int64((Date().timeIntervalSince1970 * 1000).rounded()) }
    let epoch = ContinuousClock.now
    return Context(
      environment: environment, console: Console(environment: environment),
      clock: RunClock(
        monotonic: { Monotonic.now }, continuous: { epoch.duration(to: .now).nanoseconds },
        wall: { Instant.text(milliseconds: wall()) ?? "" }),
      wallMilliseconds: wall, random: { UInt64.random(in: .min ... .max) })
  }

  static var hostName: String { ProcessInfo.processInfo.hostName }

  /// Changes at every start of the machine; nil where the system does not say.
  static var bootID: String? {
    (try? FileSystem.read("/proc/sys/kernel/random/boot_id", limit: 64)).map {
      String(decoding: $0, as: UTF8.self).filter { !$0.isNewline }
    }
  }
}
