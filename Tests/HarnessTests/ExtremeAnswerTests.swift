import Benchmark
import Foundation
import Harness
import Reporting
import Testing
import Transport

/// Answers in which one number is as far off as numbers go: the run goes on, and its journal and report can be read.
@Suite(.timeLimit(.minutes(5))) struct ExtremeAnswerTests {
  private static var record: RunRecord {
    var record = RunRecord.sample
    record.suite.prompts = PromptList([Prompt(id: "fact", text: "Capital of Australia?")])
    record.contestants = [record.contestants[0]]
    return record
  }

  private static let usage =
    #"{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7,"reasoning_tokens":1,"cost":0.5,"#
    + #""prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":1}}"#

  private static var bodies: [(status: Int, body: String)] {
    let chunk = #"{"choices":[{"index":0,"delta":{"content":"Canberra","tool_calls":[{"index":0,"id":"x"}]}}]}"#
    let end = #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":\#(usage)}"#
    let whole = #"{"choices":[{"index":0,"message":{"content":"Canberra"},"finish_reason":"stop"}],"usage":\#(usage)}"#
    let error =
      #"{"error":{"message":"per minute","code":429,"metadata":{"retry_after_seconds":2,"retry_after_seconds_raw":1.5,"#
      + #""headers":{"X-RateLimit-Limit":20,"X-RateLimit-Remaining":0,"X-RateLimit-Reset":1795144530000}},"#
      + #""availability":{"retry_after":30}}}"#
    return (Extremes.variants(of: chunk).map { [$0, end] } + Extremes.variants(of: end).map { [chunk, $0] })
      .map { (200, $0.map { "data: \($0)\n\n" }.joined() + "data: [DONE]\n\n") }
      + Extremes.variants(of: whole).map { (200, $0) }
      + [200, 402, 429, 503].flatMap { status in Extremes.variants(of: error).map { (status, $0) } }
  }

  private static let names = [
    "Retry-After", "Retry-After-Ms", "X-RateLimit-Reset", "X-RateLimit-Reset-Requests", "RateLimit-Reset",
    "X-RateLimit-Limit", "Date", "Age",
  ]

  private static let values =
    Extremes.all + [
      "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z", "1e14", "999999999999999", "9223372036854775807h",
      "1e308h", "inf", "nan",
    ]

  /// What is recorded of a response, and a report of it.
  @discardableResult
  private func run(_ exchange: Exchange, retries: Int = 0) async throws -> Run {
    let road = Road(Self.record, retries: retries) { _, _ in exchange }
    let run = try await road.run().run
    #expect(run.warnings.isEmpty && run.damagedLines == 0, "it said: \(run.warnings)")
    let report = Report(run)
    for format in ReportFormat.allCases { _ = try format.renderer.render(report) }
    _ = try SummaryJSON.render(report)
    return run
  }

  @Test func `no number of an answer ends the run or a report of it`() async throws {
    for (status, body) in Self.bodies {
      let run = try await run(.response(body, status: status))
      #expect(run.attempts.count == 1)
      #expect(run.attempts.first?.usage?.cost ?? 0 >= 0)
    }
  }

  @Test(arguments: [429, 503])
  func `no header of an answer ends the run or a report of it`(status: Int) async throws {
    for name in Self.names {
      for value in Self.values {
        let headers = [HTTPHeader(name: name, value: value), HTTPHeader(name: "X-RateLimit-Remaining", value: "0")]
        let body = #"{"error":{"message":"per minute"}}"#
        try await run(.response(body, status: status, headers: headers), retries: 1)
      }
    }
  }

  @Test(
    arguments: [
      ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59.000Z"),
      ("X-RateLimit-Reset", "999999999999999", "9999-12-31T23:59:59.999Z"),
      ("Retry-After-Ms", "1e14", "5195-10-05T13:01:40.000Z"),
    ])
  func `a hint thousands of years away stops the run with a sentence`(
    name: String, value: String, reset: String
  ) async throws {
    let headers = [HTTPHeader(name: name, value: value), HTTPHeader(name: "X-RateLimit-Remaining", value: "0")]
    let road = Road(Self.record, retries: 1) { _, _ in .response("{}", status: 429, headers: headers) }
    let (stop, run) = try await road.run()
    #expect(run.attempts.map(\.outcome.resetsAt) == [reset])
    #expect(run.attempts.map(\.retry?.again) == [false])
    #expect(
      stop?.reason.contains("until \(reset), which is longer than 120 s") == true, "it said: \(stop?.reason ?? "")")
  }
}
