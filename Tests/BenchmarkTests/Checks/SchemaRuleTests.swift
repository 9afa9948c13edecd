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
    #expect(try Check.verdict(check, on: CheckInput(answer)) != "passed")
  }

  @Test func `the first mistakes are told in words`() throws {
    let reason = try Check.verdict(Self.short, on: CheckInput(#"{"severity":"odd","count":"x"}"#))
    #expect(reason.contains("integer"))
    #expect(reason.contains("count"))
    #expect(reason.contains("severity"))
  }

  @Test func `a schema of an old journal that does not compile grades nothing`() throws {
    var rule = try #require(try Check.reading(Self.short).rule as? SchemaRule)
    rule.schema = .string("severity: low|, x")
    let result = Check(rule).judge(CheckInput("{}"))
    #expect(result.passed == nil)
    #expect(result.reason?.hasPrefix("not graded: the schema does not compile: ") == true)
  }

  @Test(arguments: [
    (short, #"{"severity":"low","count":1}"#), (long, #"{"count":null}"#), (long, "```json\n{\"count\":1}\n```"),
  ])
  func `an answer that fits passes`(check: String, answer: String) throws {
    #expect(try Check.verdict(check, on: CheckInput(answer)) == "passed")
  }

  @Test(arguments: [
    (#""severity: low|, x""#, "column "), (#"{"type":"strnig"}"#, #"did you mean "string"?"#),
    (#"{"tpye":"string"}"#, #"$: "tpye" is no keyword of JSON Schema; did you mean "type"?"#),
    (
      #"{"type":"object","properties":{"a":{"enmu":[1]}}}"#,
      #"$.properties.a: "enmu" is no keyword of JSON Schema; did you mean "enum"?"#
    ),
    (#"{"type":"object","requierd":["a"]}"#, #"did you mean "required"?"#),
    (
      #"{"severity":"low","count":"integer"}"#,
      #"$: none of its keys ("count" and "severity") is a keyword of JSON Schema, so that every value fits."#
    ),
    (
      #"{"tpye":"string","items":{"mni":3,"enmu":[1]}}"#,
      #""tpye" is no keyword of JSON Schema; did you mean "type"?; $.items"#
    ),
  ])
  func `a schema that does not compile is a problem of the suite`(schema: String, reason: String) {
    let suite = #"{"name":"s","prompts":[{"id":"p","prompt":"x","checks":[{"type":"schema","schema":\#(schema)}]}]}"#
    let problems = SuiteReader.read(Array(suite.utf8), path: "s.json").problems
    #expect(problems.count == 1)
    #expect(problems.first?.path == "prompts[0].checks[0].schema")
    #expect(problems.first?.fault.message.contains("does not compile: ") == true)
    #expect(problems.first?.fault.message.contains(reason) == true, "it said: \(problems)")
  }

  @Test(arguments: [
    "{}", "true", #"{"$comment":"anything"}"#, #"{"x-order":1}"#, #"{"title":"t","note":"n","labels":["a"]}"#,
    #"{"type":"object","properties":{"tpye":{"type":"string"},"a":{"description":"any"}}}"#,
    #"{"type":"string","nullable":true,"example":"a"}"#, #"{"const":{"tpye":1}}"#, #"{"$defs":{"a":{"type":"null"}}}"#,
  ])
  func `what annotates a schema is no problem`(schema: String) throws {
    _ = try Check.reading(#"{"type":"schema","schema":\#(schema)}"#)
  }
}
