import Benchmark
import Foundation
import Harness
import Reporting
import Support
import Testing

@testable import bakeoff

/// How reports come to their files.
@Suite struct DeliveryTests {
  let folder = TemporaryFolder()

  /// Of 500 trials of one prompt, each with an answer of 300 bytes.
  private func journal() throws -> String {
    let path = folder.path("run.jsonl")
    let journal = try JournalWriter(creating: path, now: { 0 })
    let record = RunRecord(
      id: "r", created: "", tool: ToolVersion(name: "bakeoff", version: "0"),
      suite: Suite(name: "s", prompts: [Prompt(id: "p", text: "Why?")]), suiteSource: SuiteSource(path: "", sha256: ""),
      endpoints: [], contestants: [Contestant(name: "m", model: "m", endpoint: "e")], repetitions: 500, concurrency: 1,
      deadlines: DeadlineRecord(), seed: 1)
    try journal.write(.run(record))
    for trial in record.plan.trials {
      try journal.write(
        .attempt(
          AttemptRecord(
            session: 0, trial: trial.number, prompt: "p", contestant: "m", repetition: trial.repetition, wall: "",
            timeline: Timeline(queued: 0, admitted: 0, sent: 0, firstToken: 1, lastToken: 2, ended: 3),
            requestedModel: "m", answer: String(repeating: "because ", count: 37) + "\(trial.number)",
            outcome: Outcome(.ok))))
    }
    return path
  }

  private func deliver(_ report: Report, to name: String) throws {
    let options = OutputOptions(files: [folder.path(name)])
    let delivery = Delivery(options: options, console: Console(environment: [:]), token: "t")
    for file in options.files { try delivery.write(report, to: file) }
  }

  @Test(arguments: ["report.csv", "report.md"])
  func `a report whose journal changes before it is written is no report, and an older one stays`(name: String) throws {
    let path = try journal()
    let report = Report(try JournalReader.load(path))
    try Data("old".utf8).write(to: URL(filePath: folder.path(name)))
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 20_000)
    let failure = #expect(throws: Failure.self) { try deliver(report, to: name) }
    #expect(failure?.status == .badData)
    #expect(
      failure?.message == "The report is not whole: cannot read \(path): It was changed while it was read.")
    #expect(try folder.text(name) == "old")
    #expect(Set(FileSystem.names(in: folder.path)) == [name, "run.jsonl"])
  }

  @Test(
    arguments: [
      ("run.jsonl", nil), ("link.md", nil), ("suite.md", #" {"name": "s"}"#), ("ledger.md", "SQLite format 3\0"),
    ] as [(String, String?)])
  func `a report replaces no journal, no suite and no database`(name: String, text: String?) throws {
    let journal = try journal()
    if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name))) }
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.md"), withDestinationPath: "run.jsonl")
    let before = try folder.text(name)
    let options = OutputOptions(files: [folder.path(name)], format: .markdown)
    let failure = #expect(throws: Failure.self) { try options.probe() }
    #expect(
      failure?.message
        == "The report \(folder.path(name)) cannot be written: a suite, a journal or a database is there. Give it another "
        + "name.")
    let report = Report(try JournalReader.load(journal))
    let delivery = Delivery(options: options, console: Console(environment: [:]), token: "t")
    #expect(throws: Failure.self) { try delivery.write(report, to: folder.path(name)) }
    #expect(try folder.text(name) == before)
  }

  @Test func `nothing is printed of a run of which something is known to be lost`() throws {
    let path = try journal()
    let run = try JournalReader.load(path)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 20_000)
    let report = Report(run)
    for options in [OutputOptions(), OutputOptions(files: ["-"]), OutputOptions(isJSON: true)] {
      let delivery = Delivery(options: options, console: Console(environment: [:]), token: "t")
      #expect(throws: Failure.self) { try delivery.deliver(report) }
    }
  }

  @Test func `a file holds all pieces of a report in their order`() throws {
    let report = Report(try JournalReader.load(try journal()))
    for format in ReportFormat.allCases {
      try deliver(report, to: "report.\(format.rawValue)")
      var pieces: [String] = []
      try format.renderer.render(report) { pieces.append($0) }
      #expect(pieces.count > 1)
      #expect(try folder.text("report.\(format.rawValue)") == pieces.joined())
      #expect((0..<500).allSatisfy { pieces.joined().contains("because \($0)") })
    }
  }
}
