import Benchmark
import Reporting
import Testing

struct FormatTests {
  @Test(
    arguments: [("md", .markdown), ("MD", .markdown), ("markdown", .markdown), ("csv", .csv)]
      as [(String, ReportFormat)])
  func `a file's extension names its format`(fileExtension: String, format: ReportFormat) {
    #expect(ReportFormat(fileExtension: fileExtension) == format)
  }

  @Test(arguments: ["", "txt", ".md", "html"]) func `other extensions name none`(fileExtension: String) {
    #expect(ReportFormat(fileExtension: fileExtension) == nil)
  }

  @Test func `every renderer marks simulated runs`() throws {
    let report = MadeRun(prompts: 1, simulated: true).report
    #expect(try MarkdownRenderer().render(report).contains("> **Simulated numbers**: "))
    #expect(try CSVRenderer().render(report).contains(",true,"))
    #expect(TerminalTable.render(report, width: 80, styled: false).hasPrefix("Simulated numbers: "))
    #expect(try SummaryJSON.render(report).contains("\"simulated\":true"))
  }

  @Test(arguments: [1, 2]) func `a run without prompts or models renders`(repetitions: Int) throws {
    for made in [MadeRun(prompts: 0, repetitions: repetitions), MadeRun(repetitions: repetitions, models: [])] {
      for format in ReportFormat.allCases { #expect(try !format.renderer.render(made.report).isEmpty) }
      #expect(!TerminalTable.render(made.report, width: 0, styled: true).isEmpty)
      #expect(try !SummaryJSON.render(made.report).isEmpty)
    }
  }

  @Test func `a trial that was not sent is a row with its reason and no numbers`() throws {
    var run = MadeRun(prompts: 1, models: [MadeModel(name: "a")]).run
    run.attempts = []
    run.trials = [
      TrialRecord(
        trial: 0, prompt: "sum-1", contestant: "a", repetition: 1, attempts: 0, outcome: nil, notSent: "no quota, sorry"
      )
    ]
    let lines = try CSVRenderer().render(Report(run)).split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("2026-03-01-general-1,general,sum-1,a,1,false,0,,,,,,,,,\"no quota, sorry\",,"))
    #expect(lines[1].hasSuffix(",,,,,,,,,,"))
  }

  @Test func `a long run has a row for every attempt`() throws {
    let report = MadeRun(prompts: 60, repetitions: 5).report
    let attempts = report.cells.reduce(0) { $0 + $1.contents.attempts.count }
    #expect(try CSVRenderer().render(report).split(separator: "\r\n").count == 1 + attempts)
  }
}
