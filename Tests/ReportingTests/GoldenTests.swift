import Foundation
import Reporting
import Testing

/// Whole reports against files; `RECORD=1` writes them anew.
struct GoldenTests {
  static let report = MadeRun(prompts: 3, repetitions: 2, models: Array(MadeModel.five.prefix(3)), simulated: true)
    .report

  @Test(arguments: ReportFormat.allCases) func `a small run's report is the file`(format: ReportFormat) throws {
    try compare(format.renderer.render(Self.report), to: "small.\(format.rawValue)")
  }

  @Test func `a small run's summary is the file`() throws {
    try compare(SummaryJSON.render(Self.report), to: "small.json")
  }

  @Test func `a small run's table is the file`() throws {
    try compare(TerminalTable.render(Self.report, width: 100, styled: false), to: "small.txt")
  }

  private func compare(_ text: String, to name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/reports")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "\(name) differs; RECORD=1 swift test writes it anew")
  }
}
