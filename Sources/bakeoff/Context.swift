internal import Benchmark
internal import Harness

/// Everything outside the program that a command may use, read once and passed in.
struct Context: Sendable {
  static let version = "0.1.0"

  /// What was typed after the program's name.
  var words: [String] = []
  var environment: [String: String]
  var console: Console
  var clock: RunClock
  /// Milliseconds since 1970, for names and labels.
  var wallMilliseconds: @Sendable () -> Int64
  /// Changes at every start of the machine; nil where the system does not say.
  var boot: String?
  /// What clocks on the wall show at so many milliseconds since 1970.
  var localTime: @Sendable (Int64) -> LocalTime
  var random: @Sendable () -> UInt64
  /// What a signal does beside cancelling.
  var interruption = Interruption()

  /// Numbers from 0 up to, not including, 1.
  var jitter: @Sendable () -> Double { { [random] in Double(random() >> 11) * 0x1p-53 } }

  var tool: ToolVersion { ToolVersion(name: "bakeoff", version: Context.version) }

  /// UTC, as `2026-11-20`.
  var today: String { String(clock.wall.prefix(10)) }

  /// What no file may hold that is sent anywhere.
  func secrets(with keyVariable: String? = nil) -> [String] {
    KeyFinder.system(self, quietly: true).secrets(with: keyVariable)
  }

  /// Now, as all processes of the machine can tell it.
  func moment() -> LedgerTime {
    LedgerTime(wall: wallMilliseconds(), continuous: clock.continuous(), boot: boot ?? "")
  }
}
