internal import Benchmark
internal import Harness
internal import Transport

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Context {
  /// The process's own environment, clocks and randomness.
  static func system() -> Context {
    let environment = ProcessInfo.processInfo.environment
    let wall: @Sendable () -> Int64 = { Int64((Date().timeIntervalSince1970 * 1000).rounded()) }
    return Context(
      environment: environment, console: Console(environment: environment),
      clock: RunClock(
        monotonic: { Monotonic.now }, continuous: { Monotonic.continuous },
        wallMilliseconds: wall, sleep: { try await ContinuousClock().sleep(for: .nanoseconds($0)) }),
      wallMilliseconds: wall, boot: bootID, localTime: LocalTime.init(milliseconds:),
      random: { UInt64.random(in: .min ... .max) })
  }

  static var hostName: String { ProcessInfo.processInfo.hostName }

  private static var bootID: String? {
    #if canImport(Darwin)
      var text = [UInt8](repeating: 0, count: 64)
      var size = text.count
      guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
      return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    #else
      return (try? FileSystem.read("/proc/sys/kernel/random/boot_id", limit: 64)).map {
        String(decoding: $0, as: UTF8.self).filter { !$0.isNewline }
      }
    #endif
  }
}

extension LocalTime {
  /// As the system's zone has it, or the one that `TZ` names.
  fileprivate init(milliseconds: Int64) {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else {
      self.init(milliseconds: milliseconds, offset: 0, zone: "UTC")
      return
    }
    self.init(
      milliseconds: milliseconds, offset: Int64(parts.tm_gmtoff),
      zone: parts.tm_zone.map { String(cString: $0) } ?? "")
  }
}
