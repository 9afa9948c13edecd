import Benchmark
import Testing

/// JSON in answers, as models wrap it.
@Suite struct JSONAnswerTests {
  // SAD PATH

  @Test(arguments: [
    ("", JSONAnswer.Acceptance.any), ("no JSON here", .any), ("{\"a\": 1", .any), ("{\"a\": \u{1}}", .any),
    ("Here: {}", .plain), ("Here: {}", .fenced), ("```\n{}\n``` done", .fenced), ("42 is it", .any),
    (String(repeating: "[", count: 200_000), .any), (String(repeating: "[{\"a\":", count: 100_000), .any),
  ])
  func `an answer without acceptable JSON has none`(answer: String, acceptance: JSONAnswer.Acceptance) {
    #expect(throws: JSONAnswer.Fault.self) { try JSONAnswer(in: answer, accepting: acceptance) }
  }

  @Test func `the refusal says where the answer ceases to be JSON, or that a fence is in the way`() {
    #expect(
      throws: JSONAnswer.Fault.notJSON(
        "expected JSON; at line 1, column 8 nothing follows this comma; remove it; found \"{\"a\": 1,}\"")
    ) { try JSONAnswer(in: "{\"a\": 1,}", accepting: .any) }
    #expect(throws: JSONAnswer.Fault.fenced) { try JSONAnswer(in: "```json\n{}\n```", accepting: .plain) }
  }

  // HAPPY PATH

  @Test(arguments: [
    (" {\"a\":1}\n", JSONAnswer.Acceptance.plain, #"{"a":1}"#, [] as [JSONAnswer.Wrapping]),
    ("```json\n[1]\n```", .fenced, "[1]", [.fence]),
    ("```json\n[1]\n```", .any, "[1]", [.fence]),
    ("Here it is:\n\n```json\n{\"a\":1}\n```\n\nAnything else?", .any, #"{"a":1}"#, [.prefix, .fence, .suffix]),
    ("Sure! {\"a\":\"}\"}", .any, #"{"a":"}"}"#, [.prefix]),
    ("{\"a\":1} I hope that helps.", .any, #"{"a":1}"#, [.suffix]),
    ("As noted [1], {\"a\":[2]} and {x}", .any, #"{"a":[2]}"#, [.prefix, .suffix]),
    ("{oops {\"a\":1}", .any, #"{"a":1}"#, [.prefix]),
    ("~~~\n{}\n~~~", .any, "{}", [.prefix, .suffix]),
    ("true", .any, "true", []),
  ])
  func `the value is found, and what stood around it is told`(
    answer: String, acceptance: JSONAnswer.Acceptance, value: String, stripped: [JSONAnswer.Wrapping]
  ) throws {
    let found = try JSONAnswer(in: answer, accepting: acceptance)
    #expect(found.value == (try JSONValue.read(value)))
    #expect(found.stripped == stripped)
  }
}
