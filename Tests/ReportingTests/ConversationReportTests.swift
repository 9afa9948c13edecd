import Benchmark
import Reporting
import Testing

struct ConversationReportTests {
  /// One trial of two turns that took so many milliseconds from its start to the first and to the last token; the
  /// second was asked twice.
  private static func report(_ first: [Int64] = [300, 1000], _ second: [Int64] = [200, 500]) -> Report {
    var run = MadeRun(prompts: 1, models: [MadeModel(name: "a", skill: 100)]).run
    var prompt = run.record.suite.prompts[0]
    prompt.turns = [Turn(Content("And twice that?"))]
    run.record.suite.prompts = PromptList([prompt])
    let made = run.attempts[0]
    func attempt(_ number: Int, _ turn: Int, _ stamps: [Int64], at start: Int64) -> AttemptRecord {
      var attempt = made
      attempt.attempt = number
      attempt.step = turn == 1 ? nil : Step(turn: turn)
      let stamps = stamps.map { start + $0 * .perMillisecond }
      attempt.timeline = Timeline(
        queued: start, admitted: start, sent: start, firstToken: stamps[0], firstAnswer: stamps[0],
        lastToken: stamps[1], ended: stamps[1])
      return attempt
    }
    var refused = attempt(2, 2, [100, 100], at: 5 * .perSecond)
    ReportTests.fail(&refused, as: .rateMinute)
    run.attempts = [attempt(1, 1, first, at: 0), refused, attempt(3, 2, second, at: 9 * .perSecond)]
    run.trials[0].attempts = 3
    return Report(run)
  }

  @Test func `the definitions say what a trial of several requests comes to, and the numbers agree`() throws {
    let report = Self.report()
    #expect(report.summaries[0].latency.median == Measured(1500))
    #expect(report.summaries[0].timeToFirstToken.median == Measured(300))
    let text = try MarkdownRenderer().render(report)
    #expect(
      text.contains(
        "- **conversations**: A trial of several requests has the latency and the tokens of all of them together, the "
          + "TTFT of the first and the tokens/s of the last; it is answered when all of them are."))
    #expect(text.contains("- **rows of conversations**: A row is an attempt at one request"))
  }

  @Test func `a row of the CSV export is a request, and its wall time that request's own`() throws {
    let rows = try CSVRenderer().render(Self.report()).split(separator: "\r\n").prefix(4).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let columns = try ["turn", "attempt", "latency_ms", "wall_ms", "retry_ms"].map {
      try #require(rows[0].firstIndex(of: Substring($0)))
    }
    let numbers = rows.dropFirst().map { row in columns.map { String(row[$0]) } }
    #expect(numbers[0] == ["1", "1", "1000", "1000", "0"])
    #expect(numbers[1] == ["2", "2", "", "100", "0"])
    #expect(numbers[2] == ["2", "3", "500", "4500", "4000"])
  }

  @Test func `without a conversation nothing is said of one`() throws {
    let text = try MarkdownRenderer().render(MadeRun(prompts: 2).report)
    #expect(!text.contains("conversations"))
  }
}
