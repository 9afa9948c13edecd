import Foundation
import Harness
import Simulator
import Support
import Testing

/// A folder with suites in it and a simulator beside it: where one test of the whole program plays.
final class Stage: Sendable {
  let folder = TemporaryFolder()
  let simulator: Simulator
  let port: Int

  /// Free-tier counters are off and no key is needed, unless the test says so; models answer fast.
  ///
  /// `keepsPort`: another simulator will listen at the same port.
  init(
    timeScale: Double = 50, freeTier: FreeTier? = nil, requiresKey: Bool = false, startsAt: Int64? = nil,
    scenario: String? = nil, keepsPort: Bool = false
  ) throws {
    let settings = SimulatorSettings(
      timeScale: timeScale, freeTier: freeTier, requiresKey: requiresKey, startsAt: startsAt,
      scenario: try scenario.flatMap { try Scenario.named($0) })
    (simulator, port) = try keepsPort ? Stage.startedAtOwnPort(settings) : Stage.started(settings)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("suites"), withDestinationPath: Tool.project + "/suites")
  }

  deinit { simulator.stop() }

  private static func started(_ settings: SimulatorSettings) throws -> (Simulator, port: Int) {
    let simulator = Simulator(settings)
    return (simulator, try simulator.start())
  }

  /// At a port that the system gives to no other connection, or to no other test in the meantime.
  private static func startedAtOwnPort(_ settings: SimulatorSettings) throws -> (Simulator, port: Int) {
    for _ in 0..<100 {
      var settings = settings
      settings.port = .random(in: 20_000..<30_000)
      if let started = try? started(settings) { return started }
    }
    return try started(settings)
  }

  var endpoint: String { "http://127.0.0.1:\(port)/v1" }

  static let otter = "sim/swift-otter-8b:free"
  static let badger = "sim/steady-badger-24b:free"

  /// A suite of as many short questions as a test needs.
  func suite(_ name: String, prompts: Int) throws -> String {
    let list = (1...prompts).map { #"{"id":"p\#($0)","prompt":"What is \#($0) + 1?"}"# }.joined(separator: ",")
    return try write(#"{"name":"\#(name)","prompts":[\#(list)]}"#, to: "\(name).json")
  }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
    return name
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], shell: String? = nil
  ) async throws -> Tool.Ending {
    try await Tool.run(arguments, in: folder, environment: environment, shell: shell)
  }

  /// `bakeoff run SUITE` against the simulator.
  func bakeOff(
    _ suite: String, models: [String] = [otter], _ more: [String] = [], environment: [String: String] = [:],
    shell: String? = nil
  ) async throws -> Tool.Ending {
    try await run(arguments(suite, models: models, more), environment: environment, shell: shell)
  }

  func arguments(_ suite: String, models: [String] = [otter], _ more: [String] = []) -> [String] {
    ["run", suite, "--endpoint", endpoint] + models.flatMap { ["-m", $0] } + more
  }

  /// The texts of the newest run: its journal and its reports.
  func latest(_ name: String) throws -> String {
    let newest = try #require(RunFolder.all(below: folder.path("reports")).first)
    return try String(contentsOfFile: "\(newest.path)/\(name)", encoding: .utf8)
  }
}
