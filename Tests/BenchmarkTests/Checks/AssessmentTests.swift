import Benchmark
import Foundation
import Testing

@Suite struct AssessmentTests {
  /// Contains "a" with weight 3, contains "b", and a cost that nobody knows.
  private static let a = #"{"type":"contains","value":"a","weight":3}"#
  private static let b = #"{"type":"contains","value":"b"}"#
  private static let unknown = #"{"type":"cost","max":1}"#

  @Test(
    arguments: [
      ([a, b], nil, "ab", true, 1), ([a, b], nil, "a", false, 0.75), ([a, b], 0.75, "a", true, 0.75),
      ([a, b], 0.76, "a", false, 0.75), ([a, b], 0.5, "b", false, 0.25), ([a, b], 0, "", true, 0),
      ([a, unknown], nil, "a", nil, nil), ([a, unknown], nil, "b", false, nil), ([a, unknown], 0.75, "a", true, nil),
      ([a, unknown], 0.8, "a", nil, nil), ([a, unknown], 0.5, "b", false, nil), ([], nil, "a", nil, nil),
    ] as [([String], Double?, String, Bool?, Double?)])
  func `a prompt's score is the mean by weight, and what is ungraded decides nothing`(
    checks: [String], passScore: Double?, answer: String, passes: Bool?, score: Double?
  ) throws {
    let results = try checks.map { try Check.reading($0).judge(CheckInput(answer)) }
    let assessment = Assessment(results, passScore: passScore)
    #expect(assessment.passes == passes)
    #expect(assessment.score == score)
  }

  @Test func `three thirds are a whole`() throws {
    let check = try Check.reading(#"{"type":"contains","all":["a","b","c"]}"#)
    let results = ["a", "a b", "a b c"].map { check.judge(CheckInput($0)) }
    #expect(Assessment(results, passScore: 2.0 / 3).passes == true)
  }

  @Test(
    arguments: [
      ("all", "ab", true, 1), ("all", "a", false, 0.75), ("all", "", false, 0),
      ("any", "ab", true, 1), ("any", "b", true, 1), ("any", "", false, 0),
    ] as [(String, String, Bool?, Double?)])
  func `a group passes with all of its checks, or with any`(
    type: String, answer: String, passes: Bool?, score: Double?
  ) throws {
    let check = try Check.reading("{\"type\":\"\(type)\",\"checks\":[\(Self.a),\(Self.b)]}")
    let result = check.judge(CheckInput(answer))
    #expect(result.passed == passes)
    #expect(result.score == score)
    #expect(try check.journaled() == check)
  }

  @Test(
    arguments: [
      ("all", "a", nil, nil), ("all", "", false, nil), ("any", "a", true, 1), ("any", "", nil, nil),
    ] as [(String, String, Bool?, Double?)])
  func `a group with an ungraded check is graded where that changes nothing`(
    type: String, answer: String, passes: Bool?, score: Double?
  ) throws {
    let result = try Check.reading("{\"type\":\"\(type)\",\"checks\":[\(Self.a),\(Self.unknown)]}").judge(
      CheckInput(answer))
    #expect(result.passed == passes)
    #expect(result.score == score)
  }

  @Test func `a group says which of its checks failed and why`() throws {
    let group = "\"checks\":[\(Self.a),{\"type\":\"all\",\"checks\":[\(Self.b),{\"type\":\"json\",\"not\":true}]}]"
    #expect(
      try Check.verdict("{\"type\":\"all\",\(group)}", on: CheckInput("a"))
        == "expected \"b\" in the answer; found \"a\"")
    #expect(
      try Check.verdict("{\"type\":\"any\",\(group)}", on: CheckInput("1"))
        == "none of 2 passed: expected \"a\" in the answer; found \"1\"; expected \"b\" in the answer; found \"1\"; "
        + "expected no answer that is JSON; found a number")
    #expect(
      try Check.verdict("{\"type\":\"any\",\"not\":true,\(group)}", on: CheckInput("a"))
        == "expected no answer that contains \"a\" or (contains \"b\" and not: is JSON); found \"a\"")
  }

  @Test func `an inverted group scores all or nothing`() throws {
    let check = try Check.reading("{\"type\":\"all\",\"not\":true,\"checks\":[\(Self.a),\(Self.b)]}")
    #expect(check.judge(CheckInput("b")) == CheckResult(check: check, passed: true, score: 1))
  }

  @Test(arguments: Check.Kind.allCases)
  func `every kind of check is what it says it is, and survives the journal`(kind: Check.Kind) throws {
    let check = try Check.reading(try #require(Self.examples[kind]))
    #expect(check.kind == kind)
    #expect(check.name == (kind == .toolCalled ? nil : "n"))
    #expect(try check.journaled() == check)
    #expect(!check.words.isEmpty)
  }

  private static let examples: [Check.Kind: String] = [
    .equals: #"{"type":"equals","values":["a","b"],"ignore_case":true,"name":"n"}"#,
    .contains: #"{"type":"contains","any":["a"],"all":["b"],"none":["c"],"name":"n","weight":0.5}"#,
    .startsWith: #"{"type":"starts_with","value":"a","name":"n"}"#,
    .endsWith: #"{"type":"ends_with","value":"a","name":"n"}"#,
    .regex: #"{"type":"regex","pattern":"a","name":"n"}"#,
    .length: #"{"type":"length","unit":"words","max":3,"name":"n"}"#,
    .json: #"{"type":"json","keys":["a"],"fenced":true,"name":"n"}"#,
    .schema: #"{"type":"schema","schema":{"type":"object","required":["a"]},"fenced":true,"name":"n"}"#,
    .jsonPath: #"{"type":"json_path","path":"$.a","contains":[1,2.5,null],"name":"n"}"#,
    .number: #"{"type":"number","value":1,"tolerance":0.1,"relative_tolerance":0.1,"take":"only","name":"n"}"#,
    .similarity: #"{"type":"similarity","value":"a","min":0.5,"name":"n"}"#,
    .toolCalled: #"{"type":"tool_called","name":"t","arguments":{"a":1},"times":2}"#,
    .refusal: #"{"type":"refusal","not":true,"name":"n"}"#,
    .finishReason: #"{"type":"finish_reason","value":"stop","name":"n"}"#,
    .ttft: #"{"type":"ttft","max":"1.5s","name":"n"}"#,
    .latency: #"{"type":"latency","max":"2min","name":"n"}"#,
    .tokens: #"{"type":"tokens","max":3,"of":"total","name":"n"}"#,
    .cost: #"{"type":"cost","max":0.1,"name":"n"}"#,
    .all: #"{"type":"all","checks":[{"type":"json"}],"name":"n"}"#,
    .program: #"{"type":"program","command":["python3","grade.py"],"timeout":"5s","min":0.5,"name":"n"}"#,
    .judge:
      #"{"type":"judge","model":"m","rubric":"good","reference":"r","min":8,"compare":true,"parameters":{"temperature":0},"name":"n"}"#,
    .any: #"{"type":"any","checks":[{"type":"json","weight":2}],"name":"n"}"#,
  ]
}

extension Check {
  /// What a journal gives back of it.
  func journaled() throws -> Check {
    try JSONDecoder().decode(Check.self, from: try JSONEncoder().encode(self))
  }
}
