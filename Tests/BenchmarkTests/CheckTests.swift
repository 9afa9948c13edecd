import Benchmark
import Testing

@Suite struct CheckTests {
  // SAD PATH

  @Test(arguments: [
    (Check.equals("Paris", ignoringCase: false), "paris", "expected \"Paris\"; found \"paris\""),
    (.equals("Paris", ignoringCase: true), "Paris.", "expected \"Paris\"; found \"Paris.\""),
    (.equals("Paris", ignoringCase: false), " \n", "expected \"Paris\"; found nothing"),
    (.equals("", ignoringCase: false), "no", "expected nothing; found \"no\""),
    (
      .contains("Paris", ignoringCase: false), "The capital is Lyon.",
      "expected to contain \"Paris\"; found \"The capital is Lyon.\""
    ),
    (.contains("Paris", ignoringCase: false), "PARIS", "expected to contain \"Paris\"; found \"PARIS\""),
    (.contains("Paris", ignoringCase: false), "", "expected to contain \"Paris\"; found nothing"),
    (
      .contains("x", ignoringCase: false), "\u{1B}[2J\n" + String(repeating: "a", count: 100),
      "expected to contain \"x\"; found \"\\u{1B}[2J\\n" + String(repeating: "a", count: 55) + "…\""
    ),
    (.regex("^\\d+$", ignoringCase: false), "ten", "expected a match of \"^\\d+$\"; found \"ten\""),
    (.regex("(", ignoringCase: false), "ten", "the pattern \"(\" does not compile: expected ')'"),
    (
      .regex(String(repeating: "[", count: 20_000), ignoringCase: false), "ten",
      "the pattern \"" + String(repeating: "[", count: 60) + "…\" does not compile: classes nest deeper than 10 levels"
    ),
  ])
  func `an answer fails with what was expected and what was found`(check: Check, answer: String, reason: String) {
    #expect(check.judge(answer) == CheckResult(check: check, passed: false, reason: reason))
  }

  @Test(arguments: [
    ([], false, "", "expected JSON; at line 1, column 1 the text is empty; JSON is one value at least; found nothing"),
    (
      [], false, "{\"a\": 1,}",
      "expected JSON; at line 1, column 8 nothing follows this comma; remove it; found \"{\"a\": 1,}\""
    ),
    (
      [], true, "Here it is: {}",
      "expected JSON; at line 1, column 1 'Here' is not a value of JSON; strings stand in double quotes; "
        + "found \"Here it is: {}\""
    ),
    ([], false, "```json\n{}\n```", "the JSON stands in a code fence; allow it with \"fenced\": true"),
    (["a", "b"], false, "[]", "expected an object with \"a\", \"b\"; found an array"),
    (["a", "b", "c"], false, "{\"b\": 1}", "expected an object with \"a\", \"b\", \"c\"; found none of \"a\", \"c\""),
  ])
  func `an answer that is not the wanted JSON says why`(keys: [String], fenced: Bool, answer: String, reason: String) {
    let check = Check.json(keys: keys, fenced: fenced)
    #expect(check.judge(answer) == CheckResult(check: check, passed: false, reason: reason))
  }

  @Test(arguments: [
    "```json\n{}\n``` and more", "```json {} ```", "```\n{}\n```\n```\n{}\n```", "```\n```", "```", "~~~\n{}\n~~~",
  ])
  func `anything but one fence around one value fails`(answer: String) {
    #expect(!Check.json(keys: [], fenced: true).judge(answer).passed)
  }

  @Test(arguments: [
    (String(repeating: "[a", count: 10) + String(repeating: "]", count: 10), true),
    (String(repeating: "[a", count: 11) + String(repeating: "]", count: 11), false),
    (String(repeating: "[^]", count: 11) + String(repeating: "]", count: 11), false),
    (String(repeating: "[ab]?", count: 100), true),
    (String(repeating: "\\[", count: 100) + "?a?", false),
  ])
  func `classes nest up to ten levels, many may follow each other`(pattern: String, passes: Bool) {
    #expect(Check.regex(pattern, ignoringCase: false).judge("a").passed == passes)
  }

  // HAPPY PATH

  @Test(arguments: [
    (Check.equals("Paris", ignoringCase: false), "\n Paris\t"),
    (.equals("PARIS", ignoringCase: true), "paris"),
    (.equals("", ignoringCase: false), "  "),
    (.equals("café", ignoringCase: false), "cafe\u{301}"),
    (.contains("Paris", ignoringCase: false), "It is Paris."),
    (.contains("PARIS", ignoringCase: true), "It is paris."),
    (.regex("^\\d{2}$", ignoringCase: false), "42"),
    (.regex("paris", ignoringCase: true), "It is PARIS."),
    (.json(keys: [], fenced: false), " 42 "),
    (.json(keys: [], fenced: false), "{\"a\": 1, \"a\": 2}"),
    (.json(keys: [], fenced: false), "123456789012345678901234567890"),
    (.json(keys: ["a", "b"], fenced: false), "{\"b\": null, \"a\": {}}"),
    (.json(keys: [], fenced: true), "[]"),
    (.json(keys: ["a"], fenced: true), "```json\n{\"a\": 1}\n```\n"),
    (.json(keys: [], fenced: true), "```\r\n[1]\r\n```"),
  ])
  func `an answer passes without a reason`(check: Check, answer: String) {
    #expect(check.judge(answer) == CheckResult(check: check, passed: true))
  }

  @Test func `a pattern that would search for ever is given up, once`() {
    let check = Check.regex("^(a+)+$", ignoringCase: false)
    let answer = String(repeating: "a", count: 40) + "!"
    for _ in 0..<20 {
      #expect(
        check.judge(answer).reason
          == "the pattern \"^(a+)+$\" was given up: on an answer like \"\(answer)\" it would search for ever")
    }
  }
}
