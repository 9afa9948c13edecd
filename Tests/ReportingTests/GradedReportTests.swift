import Benchmark
import Foundation
import Reporting
import Testing

/// Scores, ungraded checks and judges in reports.
@Suite struct GradedReportTests {
  private static let judge = #"{"type":"judge","rubric":"Good | *short*","model":"judge/one","name":"taste"}"#

  /// Two models, three prompts with a judge, who graded the first two prompts of the first model only.
  private static func report(_ checks: String = judge, scores: [Double?] = [0.9, 0.3, nil]) throws -> Report {
    var run = MadeRun(prompts: 3, models: Array(MadeModel.five.prefix(2))).run
    let rules = try JSONDecoder().decode([Check].self, from: Data("[\(checks)]".utf8))
    let graded = run.record.suite.prompts.map { prompt in
      var prompt = prompt
      prompt.checks = rules
      return prompt
    }
    run.record.suite.prompts = PromptList(graded)
    let check = rules.flatMap(\.gradedRules).first?.fingerprint ?? ""
    for trial in run.record.plan.trials where trial.contestant == 0 {
      guard let last = run.attempts.last(where: { $0.trial == trial.number }) else { continue }
      var request = last
      (request.requestedModel, request.servedModel) = ("judge/one", "judge/one-2026")
      request.usage = Usage(promptTokens: 90, completionTokens: 10, totalTokens: 100, cost: 0.01)
      run.judgements.append(JudgeRecord(attempt: last.attempt, check: check, request: request))
      run.grades.append(
        GradeRecord(
          session: 0, trial: trial.number, attempt: last.attempt, prompt: last.prompt, contestant: last.contestant,
          repetition: 1, check: check, wall: "",
          grade: scores[trial.prompt].map { Grade(score: $0, reason: "it is <b>so</b>") }
            ?? Grade(failure: "the judge was away")))
    }
    return Report(run)
  }

  @Test func `what is ungraded neither passes nor fails, and is counted`() throws {
    let report = try Self.report()
    let summary = try #require(report.summaries.first { $0.index == 0 })
    #expect(summary.passed == Rate(successes: 1, trials: 2))
    #expect(summary.checks == Rate(successes: 1, trials: 2))
    #expect(summary.ungraded == 1)
    #expect(abs((summary.score ?? 0) - 0.6) < 1e-9)
    let other = try #require(report.summaries.first { $0.index == 1 })
    #expect(other.passed.trials == 0)
    #expect(other.score == nil)
    #expect(report.notes.map(\.sentence).contains { $0.hasPrefix("4 checks could not be graded;") })
  }

  @Test func `a score over other prompts than the row's says over how many`() throws {
    let report = try Self.report()
    // The judge graded two of the three prompts that have a latency.
    let index = try #require(report.summaries.firstIndex { $0.index == 0 })
    #expect(report.summaries[index].scoredPrompts == 2)
    #expect(report.summaries[index].latency.count == 3)
    #expect(try MarkdownRenderer().render(report).contains("| 0.60 (n 2) |"))
    #expect(TerminalTable.render(report, width: 160, styled: false).contains("0.60 (n 2)"))
    #expect(try SummaryJSON.render(report).contains(#""score":0.6,"score_n":2"#))
    #expect(try MarkdownRenderer().render(Self.report(scores: [0.9, 0.3, 0.6])).contains("| 0.60 |"))
  }

  @Test func `checks that failed are a list whose members nothing in them can run together`() throws {
    let words = #"a\"; b, c"#
    let check = #"{"type":"contains","value":"\#(words)"},{"type":"contains","value":"x","name":"x; y"}"#
    let report = try Self.report(check)
    let failures = try #require(report.cells.first).assessment.results
    let csv = try CSVRenderer(raw: true).render(report)
    let cell = try #require(
      csv.components(separatedBy: #""["#).dropFirst().first?.components(separatedBy: #"]""#).first)
    let list = try JSONDecoder().decode([String].self, from: Data("[\(cell.replacing(#""""#, with: #"""#))]".utf8))
    #expect(list.count == 2)
    #expect(list.count == failures.count { $0.passed == false })
    #expect(list.last?.hasPrefix("x; y: expected ") == true, "\(list)")
    #expect(list.allSatisfy { $0.components(separatedBy: "x; y").count <= 2 })
  }

  @Test func `Markdown shows scores, reasons and marks, whatever a judge says`() throws {
    let text = try MarkdownRenderer().render(try Self.report())
    #expect(text.contains("| checks passed | score |"))
    #expect(text.contains("- ✓ taste: gets 7 of 10 or more from judge/one for \"Good"))
    #expect(text.contains(": 9 of 10: it is "))
    #expect(text.contains("(score 0.90)"))
    #expect(!text.contains("<b>so</b>"))
    #expect(text.contains("- ✗ taste: expected an answer that gets 7 of 10"))
    #expect(text.contains("- ? taste: not graded: the judge was away"))
    #expect(
      text.contains(
        "- **Judge judge/one**: 3 requests, 300 tokens, \\$0.0300, answered by judge/one-2026; it was told no names"))
  }

  @Test func `CSV and JSON have scores where there are any, and nothing where there are none`() throws {
    let report = try Self.report()
    let rows = try CSVRenderer().render(report).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let score = try #require(rows[0].firstIndex(of: "score"))
    let passed = try #require(rows[0].firstIndex(of: "passed"))
    #expect(rows[0].contains("failed_checks"))
    #expect(Set(rows.dropFirst().map { "\($0[passed]) \($0[score])" }).isSuperset(of: ["true 0.9", "false 0.3", " "]))
    let json = try SummaryJSON.render(report)
    #expect(
      json.contains(
        #""judges":[{"cost_usd":0.03,"model":"judge/one","requests":3,"served":["judge/one-2026"],"tokens":300}]"#))
    #expect(json.contains(#""checks_ungraded":1"#))
  }

  @Test func `without partial credit there is no column of scores`() throws {
    let report = try Self.report(#"{"type":"contains","value":"a"}"#)
    #expect(!report.givesPartialCredit)
    #expect(!(try MarkdownRenderer().render(report)).contains("| score |"))
    #expect(!TerminalTable.render(report, width: 120, styled: false).contains("score"))
    #expect(TerminalTable.render(try Self.report(), width: 120, styled: false).contains("score"))
  }
}
