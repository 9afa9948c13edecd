import Benchmark
import Foundation
import Harness
import Support
import Testing

/// What the README shows is what the program does: every `$ bakeoff …` block is run, numbers masked.
@Suite(.timeLimit(.minutes(5))) struct ReadmeTests {
  /// A command line of the README and all that it prints there.
  struct Example: Sendable, CustomTestStringConvertible {
    var command: String
    var printed: String
    var testDescription: String { command }
  }

  static let readme = (try? String(contentsOfFile: Tool.project + "/README.md", encoding: .utf8)) ?? ""

  static let examples: [Example] = readme.components(separatedBy: "```console\n$ ").dropFirst().map { block in
    let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
    return Example(command: lines[0], printed: lines.dropFirst().joined(separator: "\n"))
  }

  @Test func `the README has examples, and each is one command of ours`() {
    #expect(ReadmeTests.examples.count >= 5)
    #expect(ReadmeTests.examples.allSatisfy { $0.command.hasPrefix("bakeoff ") })
    #expect(ReadmeTests.readme.components(separatedBy: "\n$ ").count == ReadmeTests.examples.count + 1)
  }

  @Test(arguments: examples)
  func `an example prints what the README says`(example: Example) async throws {
    let stage = try Stage(timeScale: 1)
    _ = try stage.write(ReadmeTests.suite.replacing("contains", with: "contians", maxReplacements: 1), to: "typo.json")
    if example.command.contains("latest") {
      _ = try await stage.bakeOff(try stage.suite("one", prompts: 1))
    }
    if example.command.hasSuffix(" quota") { try await fillLedger(of: stage) }
    let words = example.command.replacing("127.0.0.1:8080", with: "127.0.0.1:\(stage.port)")
      .split(separator: " ").dropFirst().map(String.init)
    let ending = try await stage.run(
      words, environment: ["COLUMNS": "100"], shell: "exec \"$0\" \"$@\" 2>&1")
    #expect(masked(ending.output) == masked(example.printed))
  }

  /// Books what the README shows: 18 requests of a run, as fast as its pace allows, and two from elsewhere.
  private func fillLedger(of stage: Stage) async throws {
    try DataFile.ledger.prepareFolder(
      of: stage.ledger, environment: ["XDG_STATE_HOME": stage.folder.path("state")])
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    let account = Account(origin: .openRouter, name: "mine")
    let order = BookingRequest(account: account, run: "20261120T042757Z-starter-0732", rate: .openRouterFree)
    for number in 0..<18 {
      let seconds = Int64(4 * number)
      let moment = LedgerTime(
        wall: now - 72_000 + seconds * 1000, continuous: seconds * Nanoseconds.perSecond, boot: "an earlier one")
      #expect(try await Ledger(stage.ledger, clock: { moment }).book(order) == .booked)
    }
    let ledger = try Ledger(stage.ledger) { LedgerTime(wall: now, continuous: 0, boot: "an earlier one") }
    try await ledger.settle(Array(repeating: "ok", count: 17) + ["rate_upstream"], of: order.run)
    try await ledger.note(remaining: 30, limit: 50, of: account)
  }

  @Test func `the README's suite is good`() async throws {
    let stage = try Stage()
    let ending = try await stage.run(["validate", try stage.write(ReadmeTests.suite, to: "readme.json")])
    #expect(ending.output == "readme.json: valid: 2 prompts, 3 checks\n")
  }

  private static let pieces = readme.components(separatedBy: "```json\n").dropFirst(2)
    .map { $0.components(separatedBy: "```")[0] }

  @Test(arguments: pieces)
  func `a piece of the format is good, as a suite or as a prompt of one`(piece: String) async throws {
    let stage = try Stage()
    for (name, text) in [
      ("question.txt", "What is it?"), ("chart.png", "pixels"), ("capitals.csv", "country,capital\nFrance,Paris\n"),
    ] {
      _ = try stage.write(text, to: name)
    }
    let isSuite = piece.contains(#""prompts""#)
    let suite = try stage.write(isSuite ? piece : #"{"name": "piece", "prompts": [\#(piece)]}"#, to: "piece.json")
    let ending = try await stage.run(["validate", suite])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `the README shows a piece of every feature`() {
    let text = ReadmeTests.pieces.joined()
    for key in [
      "messages", "turns", "file", "image", "pdf", "rows", "matrix", "tools", "results", "max_rounds", "contestants",
      "reasoning", "extra", "require_parameters", "tags", "output", "pass_score", "weight", "not", "name",
    ] {
      #expect(text.contains("\"\(key)\""), "\(key)")
    }
    for kind in Check.Kind.allCases {
      #expect(text.contains(#""type": "\#(kind.rawValue)""#), "\(kind.rawValue)")
    }
  }

  @Test func `the example reports are what their journal makes`() async throws {
    let folder = TemporaryFolder()
    let example = Tool.project + "/reports/example"
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    for name in ["report.md", "report.csv"] {
      let path = isRecording ? "\(example)/\(name)" : folder.path(name)
      #expect(try await Tool.run(["report", example, "-o", path], in: folder).status == 0)
      let made = try String(contentsOfFile: path, encoding: .utf8)
      #expect(try String(contentsOfFile: "\(example)/\(name)", encoding: .utf8) == made)
    }
  }

  @Test func `the README's first table is that of the example report`() throws {
    let report = try String(contentsOfFile: Tool.project + "/reports/example/report.md", encoding: .utf8)
    let table = report.components(separatedBy: "\n").filter { $0.hasPrefix("|") }.prefix(7).joined(separator: "\n")
    #expect(ReadmeTests.readme.contains(table))
    #expect(report.contains("**Simulated numbers**"))
  }

  private static let suite =
    readme.components(separatedBy: "```json\n").dropFirst().first?.components(separatedBy: "```")[0] ?? ""

  /// Numbers, run names, lengths of time and the widths of columns differ from run to run, and on a crowded machine
  /// whether a generation's speed can be told and which of the doctor's limits binds.
  private func masked(_ text: String) -> String {
    text.replacing(/\d{8}T\d{6}Z-[a-z-]+-[0-9a-f]{4}/, with: "RUN")
      .replacing(/in \d+ (h|min|s)( \d+ (min|s))?/, with: "in A WHILE")
      .replacing(/\d+([.,:-]\d+)*/, with: "N")
      .replacing(
        /, enough for N streams .* counts\./,
        with: ": keep concurrency at or below N where models send N chunks a second each."
      )
      .replacing(/[ ]+/, with: " ")
      .replacing("N ms ", with: "N s ")
      .replacing(" N (n N) ", with: " N ")
      .replacing("N s N s – ", with: "N s N s N ")
      .replacing("N s (N–N) – ", with: "N s (N–N) N ")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
