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
  var random: @Sendable () -> UInt64
  /// What a signal does beside cancelling.
  var interruption = Interruption()

  var tool: ToolVersion { ToolVersion(name: "bakeoff", version: Context.version) }
}
