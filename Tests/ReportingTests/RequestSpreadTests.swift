import Benchmark
import Testing

@testable import Reporting

/// Prompts that are asked several times: every request is a measurement of how long it takes.
struct RequestSpreadTests {
  /// The prompts' requests take 10 ms, 20 ms and so on.
  private static func report(
    prompts: Int = 1, _ repetitions: Int, change: (inout AttemptRecord) -> Void = { _ in }
  ) -> Report {
    Report(
      ReportTests.run(models: ["a"], prompts: prompts, repetitions: repetitions) { attempt in
        let sent = attempt.timeline.sent ?? 0
        attempt.timeline.firstToken = sent + Int64(attempt.repetition) * 5_000_000
        attempt.timeline.firstAnswer = attempt.timeline.firstToken
        attempt.timeline.lastToken = sent + Int64(attempt.repetition) * 10_000_000
        change(&attempt)
      })
  }

  // SAD PATH

  @Test(arguments: [(28, 0), (29, 1), (58, 1), (59, 2), (298, 2), (299, 3)])
  func `a quantile is told from its least number of requests on`(requests: Int, told: Int) {
    let sample = Self.report(requests).summaries[0].requests.latency
    #expect(sample.count == requests)
    #expect(RequestSamples.quantiles.dropFirst().compactMap { sample.quantile($0.1) }.count == told)
  }

  @Test func `timeouts are the slowest of the requests, and no number is made of them`() throws {
    let report = Self.report(100) { if $0.repetition > 89 { ReportTests.fail(&$0, as: .timeoutTotal) } }
    let text = try MarkdownRenderer().render(report)
    #expect(text.contains("| latency | a | 100 | 10 ms | 505 ms | > 300000 ms | > 300000 ms | – | > 300000 ms |\n"))
    #expect(try SummaryJSON.render(report).contains(#""p95":{"longer_than":300000,"value":null},"p99":null"#))
  }

  @Test(arguments: [(1, 1), (12, 1), (3, 2)])
  func `where requests tell no more than prompts, nothing is said of them`(prompts: Int, repetitions: Int) throws {
    let report = Self.report(prompts: prompts, repetitions)
    #expect(!(try MarkdownRenderer().render(report).contains("Over requests")))
    #expect(!TerminalTable.render(report, width: 100, styled: false).contains("Over "))
  }

  // HAPPY PATH

  @Test func `one prompt a hundred times has a distribution over requests, beside the one over prompts`() throws {
    let text = try MarkdownRenderer().render(Self.report(100))
    #expect(text.contains("| latency | a | 1 | 505 ms | 505 ms | – | 505 ms |\n\nn counts prompts; a p90 is told"))
    #expect(
      text.contains(
        """
        Over requests, the repetitions of a prompt each for itself:

        | number | model | n | shortest | p50 | p90 | p95 | p99 | longest |
        | :-- | :-- | --: | --: | --: | --: | --: | --: | --: |
        | TTFT | a | 100 | 5 ms | 253 ms | 451 ms | 475 ms | – | 500 ms |
        | latency | a | 100 | 10 ms | 505 ms | 901 ms | 951 ms | – | 1000 ms |

        n counts requests; a p90 is told from 29 on, a p95 from 59, a p99 from 299.
        """))
  }

  @Test func `a terminal shows it in a line`() {
    #expect(
      TerminalTable.render(Self.report(100), width: 200, styled: false).contains(
        "Over 100 requests, a: TTFT p50 253 ms, p90 451 ms, p95 475 ms, longest 500 ms; latency p50 505 ms, p90 901 ms, "
          + "p95 951 ms, longest 1000 ms.\n"))
  }

  @Test func `JSON has it for every contestant, unrounded`() throws {
    let text = try SummaryJSON.render(Self.report(100))
    #expect(
      text.contains(
        #""requests":{"latency_ms":{"max":{"longer_than":null,"value":1000},"min":{"longer_than":null,"value":10},"#
          + #""n":100,"p50":{"longer_than":null,"value":505},"p90":{"longer_than":null,"value":901."#))
    #expect(text.contains(#""p95":{"longer_than":null,"value":950.5},"p99":null},"ttft_ms":{"#))
    #expect(text.contains(#""latency_ms":{"longer_than":null,"lower":null,"median":505,"n":1,"upper":null}"#))
  }

  @Test func `CSV has every request on a row of its own, and the same quantiles come of them`() throws {
    let report = Self.report(100)
    let rows = try CSVRenderer().render(report).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(rows[0].firstIndex(of: "latency_ms"))
    let latencies = rows.dropFirst().compactMap { $0.count == rows[0].count ? Double($0[column]) : nil }
    #expect(Sample(latencies).quantile(0.9)?.value == report.summaries[0].requests.latency.quantile(0.9)?.value)
    #expect(latencies.count == 100)
  }

  @Test func `repetitions of several prompts have one too, once there are enough for a p90`() throws {
    let report = Self.report(prompts: 3, 10)
    #expect(report.summaries[0].latency.count == 3)
    #expect(
      try MarkdownRenderer().render(report).contains("| latency | a | 30 | 10 ms | 55 ms | 91 ms | – | – | 100 ms |"))
  }
}
