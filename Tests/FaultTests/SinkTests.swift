import Benchmark
import Testing

/// What a model says is exact in the journal and does no harm in what is made of it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SinkTests {
  /// A scenario with a piece of what it says, as the reports have it and as none may.
  struct Sink: Sendable, CustomTestStringConvertible {
    var scenario: String
    /// In the CSV file.
    var csv: String
    /// Neither in Markdown nor on a terminal; nil for what may stand in a code fence.
    var forbidden: String?

    var testDescription: String { scenario }
  }

  static let sinks = [
    Sink(scenario: "csv-output", csv: #","'=HYPERLINK(""http://x"",""y""),+1,-1,@SUM(A1)"#, forbidden: "\r"),
    Sink(scenario: "html-output", csv: "<script>alert(1)</script>"),
    Sink(scenario: "ansi-output", csv: "\u{1B}[31mred", forbidden: "\u{1B}"),
    Sink(scenario: "nul-output", csv: "a\0b", forbidden: "\0"),
    Sink(scenario: "bad-utf8", csv: "a\u{FFFD}\u{FFFD}b", forbidden: "\0"),
  ]

  @Test(arguments: sinks)
  func `a text is neutral in every sink`(sink: Sink) async throws {
    let stage = try Stage(named: sink.scenario)
    let ending = try await stage.run(["-o", "-", "--format", "md"])
    #expect(try stage.text("report.csv").contains(sink.csv))
    guard let forbidden = sink.forbidden?.unicodeScalars else { return }
    for text in [try stage.text("report.md"), ending.output, ending.error] {
      #expect(!text.unicodeScalars.contains(forbidden), "it said: \(text.debugDescription)")
    }
  }

  @Test func `a stranger's model is named beside the one that was asked`() async throws {
    let stage = try Stage(named: "model-mismatch")
    _ = try await stage.run()
    let attempt = try #require(try stage.journal().attempts.first)
    #expect(attempt.requestedModel == Stage.otter)
    #expect(attempt.servedModel == "sim/somebody-else-1b")
    #expect(try stage.text("report.md").contains("somebody-else-1b"))
  }
}
