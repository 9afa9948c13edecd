import Benchmark
import Testing

@Suite struct JSONRuleTests {
  // SAD PATH

  @Test(arguments: [
    ("", "", "expected JSON; at line 1, column 1 the text is empty; JSON is one value at least; found nothing"),
    (
      "", #"{"a": 1,}"#, #"expected JSON; at line 1, column 8 nothing follows this comma; remove it; found "{"a": 1,}""#
    ),
    (
      #","fenced":true"#, "Here it is: {}",
      "expected JSON; at line 1, column 1 'Here' is not a value of JSON; strings stand in double quotes; "
        + "found \"Here it is: {}\""
    ),
    ("", "```json\n{}\n```", "the JSON stands in a code fence; allow it with \"fenced\": true"),
    (#","keys":["a","b"]"#, "[]", #"expected an answer that is a JSON object with "a" and "b"; found an array"#),
    (
      #","keys":["a","b","c"]"#, #"{"b": 1}"#,
      #"expected an answer that is a JSON object with "a", "b" and "c"; found no "a" and no "c""#
    ),
    (#","not":true"#, "12", "expected no answer that is JSON; found a number"),
  ])
  func `an answer that is not the wanted JSON says why`(more: String, answer: String, reason: String) throws {
    #expect(try Check.verdict(#"{"type":"json"\#(more)}"#, on: CheckInput(answer)) == reason)
  }

  @Test(arguments: [
    "```json\n{}\n``` and more", "```json {} ```", "```\n{}\n```\n```\n{}\n```", "```\n```", "```", "~~~\n{}\n~~~",
  ])
  func `anything but one fence around one value fails`(answer: String) throws {
    #expect(try Check.reading(#"{"type":"json","fenced":true}"#).judge(CheckInput(answer)).passed == false)
  }

  @Test(arguments: [
    (#""path":"$.a","equals":2"#, "expected an answer that is JSON with 2 at $.a; found 1.0"),
    (#""path":"$.a","equals":"1""#, "expected an answer that is JSON with \"1\" at $.a; found 1.0"),
    (#""path":"$.z","equals":1"#, "expected an answer that is JSON with 1 at $.z; found nothing there"),
    (#""path":"$.z""#, "expected an answer that is JSON with a value at $.z; found nothing there"),
    (#""path":"$.a","exists":false"#, "expected an answer that is JSON with nothing at $.a; found 1.0"),
    (
      #""path":"$.list[*]","equals":9"#,
      "expected an answer that is JSON with 9 at $.list[*]; found {\"x\":\"one\"}, {\"x\":\"two\"}, 3, 1 more"
    ),
    (
      #""path":"$.list","contains":5"#,
      "expected an answer that is JSON with something that contains 5 at $.list; "
        + "found [{\"x\":\"one\"},{\"x\":\"two\"},3,null]"
    ),
    (#""path":"$.a","equals":1,"not":true"#, "expected no answer that is JSON with 1 at $.a; found 1.0"),
  ])
  func `what stands at a place and is wrong is shown`(rule: String, reason: String) throws {
    #expect(try Check.verdict("{\"type\":\"json_path\",\(rule)}", on: CheckInput(Self.answer)) == reason)
  }

  @Test func `a place in what is not JSON has nothing`() throws {
    #expect(
      try Check.verdict(#"{"type":"json_path","path":"$.a"}"#, on: CheckInput("a"))
        == "expected JSON; at line 1, column 1 'a' is not a value of JSON; strings stand in double quotes; found \"a\"")
  }

  // HAPPY PATH

  private static let answer = #"{"a": 1.0, "n": null, "t": "hello", "list": [{"x": "one"}, {"x": "two"}, 3, null]}"#

  @Test(arguments: [
    ("", " 42 "), ("", #"{"a": 1, "a": 2}"#), ("", "123456789012345678901234567890"),
    (#","keys":["a","b"]"#, #"{"b": null, "a": {}}"#), (#","fenced":true"#, "[]"),
    (#","fenced":true,"keys":["a"]"#, "```json\n{\"a\": 1}\n```\n"), (#","fenced":true"#, "```\r\n[1]\r\n```"),
    (#","not":true"#, "no"),
  ])
  func `an answer that is the wanted JSON passes`(more: String, answer: String) throws {
    #expect(try Check.verdict(#"{"type":"json"\#(more)}"#, on: CheckInput(answer)) == "passed")
  }

  @Test(arguments: [
    #""path":"$.a","equals":1"#, #""path":"$.n","equals":null"#, #""path":"$.n""#, #""path":"$.z","exists":false"#,
    #""path":"$.list[*].x","equals":"two""#, #""path":"$.list","contains":{"x":"two"}"#,
    #""path":"$.t","contains":"ell""#, #""path":"$","contains":"list""#, #""path":"$.list[-1]","equals":null"#,
    #""path":"$","equals":{"n":null,"t":"hello","a":1,"list":[{"x":"one"},{"x":"two"},3,null]}"#,
  ])
  func `what stands at a place and is right passes, also after the journal`(rule: String) throws {
    let check = try Check.reading("{\"type\":\"json_path\",\(rule)}")
    #expect(check.judge(CheckInput(Self.answer)) == CheckResult(check: check, passed: true))
    #expect(try check.journaled() == check)
  }
}
