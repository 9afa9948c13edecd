import Benchmark
import Reporting
import Testing

/// Money is shown where some was spent, and nowhere else.
@Suite struct CostTests {
  private func report(_ costs: [Double?]) -> Report {
    var run = MadeRun(prompts: 6, models: Array(MadeModel.five.prefix(costs.count))).run
    for index in run.attempts.indices {
      let contestant = run.record.contestants.firstIndex { $0.name == run.attempts[index].contestant } ?? 0
      run.attempts[index].usage?.cost = costs[contestant]
    }
    return Report(run)
  }

  @Test func `a run that cost nothing shows no cost`() throws {
    for costs in [[nil, nil], [0, nil], [0, 0]] as [[Double?]] {
      let report = report(costs)
      #expect(!report.costsMoney)
      #expect(try !MarkdownRenderer().render(report).contains("| cost |"))
      #expect(try !SummaryJSON.render(report).contains("cost_usd"))
    }
  }

  @Test func `each contestant's sum is shown, and what is not known is null`() throws {
    let report = report([0.25, nil])
    let paid = try #require(report.summaries.first { $0.index == 0 })
    #expect(paid.cost == 1.5)
    #expect(report.summaries.first { $0.index == 1 }?.cost == nil)
    let markdown = try MarkdownRenderer().render(report)
    #expect(markdown.contains("| tokens | cost | n |"))
    #expect(markdown.contains("| $1.50 | 6 |"))
    #expect(markdown.contains("| – | 6 |"))
    #expect(
      markdown.contains(
        "- **cost**: What the server billed for all requests to the model, in US dollars: warm-ups, retries and all "
          + "sessions."))
    let summary = try SummaryJSON.render(report)
    #expect(summary.contains(#""cost_usd":1.5"#))
    #expect(summary.contains(#""cost_usd":null"#))
    #expect(TerminalTable.render(report, width: 120, styled: false).contains("$1.50"))
  }
}
