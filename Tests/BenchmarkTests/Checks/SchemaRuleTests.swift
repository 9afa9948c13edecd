import Testing

@testable import Benchmark

/// Answers held against a schema.
@Suite struct SchemaRuleTests {
  private static let short = #"{"type":"schema","schema":"severity: low|high, count: integer"}"#
  private static let long = #"{"type":"schema","schema":{"type":"object","required":["count"]},"fenced":true}"#

  @Test(arguments: [
    (short, "no JSON at all"),
    (short, #"{"severity":"odd","count":1}"#),
    (short, #"{"severity":"low"}"#),
    (short, #"{"severity":"low","count":1,"more":2}"#),
    (short, "```json\n{\"severity\":\"low\",\"count\":1}\n```"),
    (long, "[]"),
  ])
  func `an answer that does not fit fails`(check: String, answer: String) throws {
    #expect(try Check.verdict(check, on: Judged(answer)) != "passed")
  }

  @Test func `the first mistakes are told in words`() throws {
    let reason = try Check.verdict(Self.short, on: Judged(#"{"severity":"odd","count":"x"}"#))
    #expect(reason.contains("integer"))
    #expect(reason.contains("count"))
    #expect(reason.contains("severity"))
  }

  @Test(arguments: [
    (short, #"{"severity":"low","count":1}"#), (long, #"{"count":null}"#), (long, "```json\n{\"count\":1}\n```"),
  ])
  func `an answer that fits passes`(check: String, answer: String) throws {
    #expect(try Check.verdict(check, on: Judged(answer)) == "passed")
  }

  @Test(arguments: [#""severity: low|, x""#, #"{"type":"strnig"}"#])
  func `a schema that does not compile is a problem of the suite`(schema: String) {
    let suite = #"{"name":"s","prompts":[{"id":"p","prompt":"x","checks":[{"type":"schema","schema":\#(schema)}]}]}"#
    let problems = SuiteReader.read(Array(suite.utf8), path: "s.json").problems
    #expect(problems.count == 1)
    #expect(problems.first?.path == "prompts[0].checks[0].schema")
    #expect(problems.first?.fault.message.contains("does not compile: ") == true)
  }
}
