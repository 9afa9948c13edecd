import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// A simulator that plays a scenario, and a folder in which the program meets it.
final class Stage: Sendable {
  /// Looked for in every file afterwards.
  static let key = "sk-or-v1-" + String(repeating: "0f1e2d3c4b5a6978", count: 4)
  static let otter = "sim/swift-otter-8b:free"
  static let badger = "sim/steady-badger-24b:free"
  /// Simulated seconds per second.
  static let timeScale = 50.0
  static let largestMemory = 300 << 20

  let folder = TemporaryFolder()
  let simulator: Simulator
  private let port: Int

  init(_ scenario: Scenario?, timeScale: Double = timeScale, freeTier: FreeTier? = nil) throws {
    simulator = Simulator(
      SimulatorSettings(timeScale: timeScale, freeTier: freeTier, requiresKey: false, scenario: scenario))
    port = try simulator.start()
  }

  convenience init(named name: String) throws {
    let builtIn = Scenario.builtIn.first { $0.name == name }
    try self.init(Scenario.read(Array(#require(builtIn).text.utf8), source: name))
  }

  deinit { simulator.stop() }

  var chats: Int { simulator.counts.chatsByModel.values.reduce(0, +) }

  var endpoint: String { "http://127.0.0.1:\(port)/v1" }

  func writeSuite(prompts: Int) throws {
    let list = (1...prompts).map { #"{"id":"p\#($0)","prompt":"What is \#($0) + 1?"}"# }.joined(separator: ",")
    try Data(#"{"name":"faults","prompts":[\#(list)]}"#.utf8).write(to: URL(fileURLWithPath: folder.path("suite.json")))
  }

  /// `bakeoff run` over the suite that is written.
  func runWords(models: [String]) -> [String] {
    ["run", "suite.json", "--endpoint", endpoint, "--api-key-env", "K"] + models.flatMap { ["-m", $0] }
  }

  /// `bakeoff run` over a suite of so many prompts.
  func start(
    prompts: Int = 1, models: [String] = [otter], _ options: [String] = [], shell: String? = nil
  ) throws -> Program {
    try writeSuite(prompts: prompts)
    return try Program(
      runWords(models: models) + options, in: folder, environment: ["K": Stage.key], shell: shell)
  }

  func run(
    prompts: Int = 1, models: [String] = [otter], _ options: [String] = [], shell: String? = nil
  ) async throws -> Program.Ending {
    try await start(prompts: prompts, models: models, options, shell: shell).ending()
  }

  func latest() throws -> RunFolder {
    try #require(RunFolder.all(below: folder.path("reports")).first)
  }

  func journal() throws -> Run {
    try JournalReader.load(latest().journal)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(latest().path)/\(name)", encoding: .utf8)
  }
}

// What holds after every fault.
extension Stage {
  func expectSound(_ ending: Program.Ending) async throws {
    #expect(!ending.crashed, "it was ended by signal \(ending.status)")
    #expect(ending.peakMemory < Stage.largestMemory)
    try expectNoKey()
    try expectWholeJournal()
    try await expectSameReports()
  }

  /// Neither the key nor its secret part stands in a file, those with the output included.
  func expectNoKey() throws {
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    for file in files {
      guard let data = FileManager.default.contents(atPath: folder.path(file)) else { continue }
      for secret in [Stage.key.dropFirst(9), Data(Stage.key.utf8).base64EncodedString().prefix(40)] {
        #expect(data.firstRange(of: Data(secret.utf8)) == nil, "the key is in \(file)")
      }
    }
  }

  private func expectWholeJournal() throws {
    for line in try text("run.jsonl").utf8.split(separator: UInt8(ascii: "\n")) {
      #expect(JSONReader.read(Array(line)).problems.isEmpty, "a line of the journal is broken")
    }
  }

  /// The journal makes the same reports again.
  ///
  /// Markdown holds nothing that a terminal obeys; CSV, which holds the exact text, is UTF-8.
  private func expectSameReports() async throws {
    let again = try await Program(["report", try latest().path, "-o", "again.md", "-o", "again.csv"], in: folder)
      .ending()
    #expect(again.status == 0)
    let markdown = try text("report.md")
    #expect(try folder.text("again.md") == markdown)
    #expect(try folder.text("again.csv") == text("report.csv"))
    #expect(!markdown.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }
}
