import Dispatch
import Testing

@testable import Benchmark

@Suite struct TextRuleTests {
  // SAD PATH

  @Test(arguments: [
    (#"{"type":"equals","value":"Paris"}"#, "paris", #"expected an answer that is "Paris"; found "paris""#),
    (
      #"{"type":"equals","value":"Paris","ignore_case":true}"#, "Paris.",
      #"expected an answer that is "Paris" in any case; found "Paris.""#
    ),
    (#"{"type":"equals","value":"Paris"}"#, " \n", #"expected an answer that is "Paris"; found nothing"#),
    (#"{"type":"equals","value":""}"#, "no", #"expected an answer that is nothing; found "no""#),
    (
      #"{"type":"equals","values":["a","b","c"]}"#, "d", #"expected an answer that is "a", "b" or "c"; found "d""#
    ),
    (#"{"type":"equals","value":"a","not":true}"#, "a", #"expected no answer that is "a"; found "a""#),
    (#"{"type":"contains","value":"Paris"}"#, "PARIS", #"expected "Paris" in the answer; found "PARIS""#),
    (#"{"type":"contains","value":"Paris"}"#, "", #"expected "Paris" in the answer; found nothing"#),
    (
      #"{"type":"contains","value":"x"}"#, "\u{1B}[2J\n" + String(repeating: "a", count: 100),
      #"expected "x" in the answer; found "\u{1B}[2J\n"# + String(repeating: "a", count: 55) + "…\""
    ),
    (#"{"type":"contains","any":["a","b"]}"#, "c", #"expected "a" or "b" in the answer; found "c""#),
    (#"{"type":"contains","all":["a","b","c"]}"#, "a", #"expected "b" and "c" in the answer; found "a""#),
    (#"{"type":"contains","none":["a","b","c"]}"#, "bc", #"expected no "b" and no "c"; found "bc""#),
    (#"{"type":"contains","value":"a","none":["b"]}"#, "ab", #"expected no "b"; found "ab""#),
    (
      #"{"type":"contains","value":"a","not":true}"#, "abc", #"expected no answer that contains "a"; found "abc""#
    ),
    (#"{"type":"starts_with","value":"Yes"}"#, "No", #"expected an answer that begins with "Yes"; found "No""#),
    (
      #"{"type":"ends_with","value":"end."}"#, String(repeating: "x", count: 70) + "!",
      #"expected an answer that ends with "end."; found … ""# + String(repeating: "x", count: 59) + "!\""
    ),
    (#"{"type":"regex","pattern":"^\\d+$"}"#, "ten", #"expected an answer that matches /^\d+$/; found "ten""#),
    (
      #"{"type":"length","unit":"words","max":2}"#, "a b c",
      "expected an answer that has at most 2 words; found 3 words"
    ),
    (
      #"{"type":"length","unit":"characters","min":2,"max":4}"#, "e\u{301}",
      "expected an answer that has 2 to 4 characters; found 1 characters"
    ),
    (#"{"type":"length","unit":"words","min":1}"#, "", "expected an answer that has at least 1 words; found 0 words"),
    (
      #"{"type":"length","unit":"tokens","max":9}"#, "a",
      "expected an answer that has at most 9 tokens; found 12 tokens"
    ),
    (
      #"{"type":"similarity","value":"kitten","min":0.6}"#, "sitting",
      #"expected an answer that is at least 60 % like "kitten"; found 57.1 %: "sitting""#
    ),
    (#"{"type":"refusal"}"#, "Sure, here it is.", #"expected an answer that is a refusal; found "Sure, here it is.""#),
  ])
  func `an answer fails with what was expected and what was found`(check: String, answer: String, reason: String) throws
  {
    #expect(try Check.verdict(check, on: CheckInput(answer, answerTokens: 12)) == reason)
  }

  @Test func `a pattern that would search for ever on an answer is given up there, once, and grades others`() throws {
    let check = try Check.reading(#"{"type":"regex","pattern":"^(a+)+$"}"#)
    // A second or more of search, and not for ever: it goes on beside all other tests.
    let answer = String(repeating: "a", count: 16) + "!"
    for _ in 0..<20 {
      let result = CheckPattern.$patience.withValue(.milliseconds(50)) { check.judge(CheckInput(answer)) }
      #expect(result.passed == nil)
      #expect(
        result.reason
          == "not graded: the pattern /^(a+)+$/ was given up: on some answers it would search for ever")
    }
    #expect(check.judge(CheckInput("aaa")).passed == true)
  }

  @Test(arguments: [
    ("(", "the pattern /(/ does not compile: expected ')'"),
    (
      String(repeating: "[", count: 20_000),
      "the pattern /" + String(repeating: "[", count: 60) + "…/ does not compile: classes nest deeper than 10 levels"
    ),
  ])
  func `a pattern of an old journal that does not compile grades nothing`(pattern: String, reason: String) {
    #expect(Check(RegexRule(pattern)).judge(CheckInput("ten")).reason == "not graded: \(reason)")
  }

  @Test func `nobody waits for two long texts to be compared letter by letter`() throws {
    let check = try Check.reading(
      #"{"type":"similarity","value":"\#(String(repeating: "ab", count: 10_000))","min":0}"#)
    let result = check.judge(CheckInput(String(repeating: "ba", count: 10_000) + "c"))
    #expect(result.passed == nil)
    #expect(result.reason == "not graded: the answer and the text are too long to be compared letter by letter")
  }

  @Test(arguments: [
    (OutcomeClass.timeoutTotal, "there is no answer"), (.empty, "there is no answer"), (.refused, "the model refused"),
    (.invalid, "the answer lacks the structure asked for"),
  ])
  func `without an answer every check fails, an inverted one too`(outcome: OutcomeClass, reason: String) throws {
    for check in [#"{"type":"contains","value":"a"}"#, #"{"type":"contains","value":"a","not":true}"#] {
      #expect(try Check.verdict(check, on: CheckInput("b", outcome: outcome)) == reason)
    }
  }

  // HAPPY PATH

  @Test(arguments: [
    (#"{"type":"equals","value":"Paris"}"#, "\n Paris\t"),
    (#"{"type":"equals","value":"PARIS","ignore_case":true}"#, "paris"),
    (#"{"type":"equals","value":""}"#, "  "),
    (#"{"type":"equals","value":"café"}"#, "cafe\u{301}"),
    (#"{"type":"equals","values":["a","b"]}"#, "b"),
    (#"{"type":"equals","values":["","none"]}"#, " "),
    (#"{"type":"equals","value":"a\r\nb"}"#, "a\nb"),
    (#"{"type":"contains","value":"a\nb"}"#, "a\r\nb"),
    (#"{"type":"contains","all":["a\r\nb"]}"#, "a\r\nb"),
    (#"{"type":"regex","pattern":"^a\\nb$"}"#, "a\r\nb"),
    (#"{"type":"similarity","value":"a\nb","min":1}"#, "a\r\nb"),
    (#"{"type":"equals","value":"ΣΟΦΟΣ","ignore_case":true}"#, "σοφος"),
    (#"{"type":"contains","value":"σοφος","ignore_case":true}"#, "Ο ΣΟΦΟΣ λέει"),
    (#"{"type":"contains","value":"STRASSE","ignore_case":true}"#, "die Straße"),
    (#"{"type":"similarity","value":"straße","min":1,"ignore_case":true}"#, "STRASSE"),
    (#"{"type":"equals","value":"a","not":true}"#, "b"),
    (#"{"type":"contains","value":"Paris"}"#, "It is Paris."),
    (#"{"type":"contains","value":"PARIS","ignore_case":true}"#, "It is paris."),
    (#"{"type":"contains","any":["a","b"],"all":["c","d"],"none":["e"]}"#, "b c d"),
    (#"{"type":"contains","none":["e"]}"#, ""),
    (#"{"type":"starts_with","value":"yes","ignore_case":true}"#, "\n Yes, it is"),
    (#"{"type":"ends_with","value":"done."}"#, "It is done.\n"),
    (#"{"type":"regex","pattern":"^\\d{2}$"}"#, "42"),
    (#"{"type":"regex","pattern":"paris","ignore_case":true}"#, "It is PARIS."),
    (#"{"type":"length","unit":"characters","min":4,"max":4}"#, " cafe\u{301}\n"),
    (#"{"type":"length","unit":"words","max":3}"#, "a  b\nc"),
    (#"{"type":"length","unit":"tokens","min":12}"#, "a"),
    (#"{"type":"similarity","value":"The capital is Paris.","min":0.9}"#, "The capital is Paris!"),
    (#"{"type":"similarity","value":"PARIS","min":1,"ignore_case":true}"#, " paris "),
    (#"{"type":"similarity","value":"cafe\u0301","min":1}"#, "café"),
    (#"{"type":"refusal","not":true}"#, "I can help you with that."),
  ])
  func `an answer passes`(check: String, answer: String) throws {
    #expect(try Check.verdict(check, on: CheckInput(answer, answerTokens: 12)) == "passed")
  }

  @Test(
    arguments: [
      (#"{"type":"contains","all":["a","b","c","d"]}"#, "a b c", 0.75),
      (#"{"type":"contains","any":["a","b"],"all":["c","d"]}"#, "c", 1.0 / 3),
      (#"{"type":"contains","all":["a","b"],"none":["x"]}"#, "a x", 0),
      (#"{"type":"contains","all":["a","b"],"not":true}"#, "a", 1),
      (#"{"type":"similarity","value":"abcd","min":0.9,"not":true}"#, "abxd", 1),
      (#"{"type":"similarity","value":"abcd","min":0.5,"not":true}"#, "abxd", 0),
      (#"{"type":"similarity","value":"abcd","min":0.5}"#, "abxd", 0.75),
      (#"{"type":"similarity","value":"abcd","min":0.5}"#, "zzzzz", 0),
    ] as [(String, String, Double)])
  func `what is right in part scores in part, and what is inverted all or nothing`(
    check: String, answer: String, score: Double
  ) throws {
    let result = try Check.reading(check).judge(CheckInput(answer))
    #expect(abs((result.score ?? -1) - score) < 1e-12)
    #expect(try Check.reading(check).rule.givesPartialCredit)
  }

  @Test(arguments: [
    ("I'm sorry, but I can't help with that.", true),
    ("I’m sorry, I can’t assist with that request.", true),
    ("Unfortunately, I am not able to share this.", true),
    ("Sorry. I won't do it.", true),
    ("As an AI, I have no opinion.", true),
    ("抱歉，我无法提供这些信息。", true),
    ("Es tut mir leid, aber ich kann dabei nicht helfen.", true),
    ("Lo siento, pero no puedo ayudar con eso.", true),
    ("I'm afraid I can't do that.", true),
    ("No, I won't do that.", true),
    ("**I can't help with that.**", true),
    ("> _I cannot share this._", true),
    ("\"I cannot share this.\"", true),
    ("Das kann ich nicht beantworten.", true),
    ("Ich kann darüber leider keine Auskunft geben.", true),
    ("As an AI language model, I cannot give medical advice.", true),
    ("I'm sorry to hear that! Here is what you can do.", false),
    ("Ich kann dir sagen: Die Hauptstadt ist nicht Lyon, sondern Paris.", false),
    ("I can't stress enough how nice Paris is.", false),
    ("I cannot, however, overstate it.", true),
    ("I can’t wait! Paris.", false),
    ("As an AI, I'd say Paris. I cannot be sure.", false),
    ("I will not keep you waiting: Paris.", false),
    ("No puedo ayudar con eso.", true),
    ("No, Paris.", false),
    ("Nobody can. I can't either.", false),
    ("\"I can't do that\", he said. I am sorry, but I cannot.", false),
    ("Paris.", false),
    ("", false),
  ])
  func `a refusal is known by how it begins`(answer: String, isRefusal: Bool) throws {
    #expect(try Check.reading(#"{"type":"refusal"}"#).judge(CheckInput(answer)).passed == isRefusal)
  }

  @Test func `a refusal that the server tells of passes the check that asks for one`() throws {
    let refusal = CheckInput("", finishReason: "content_filter", outcome: .refused)
    for check in [
      #"{"type":"refusal"}"#, #"{"type":"finish_reason","value":"content_filter"}"#,
      #"{"type":"any","checks":[{"type":"contains","value":"no"},{"type":"refusal"}]}"#,
    ] {
      #expect(try Check.verdict(check, on: refusal) == "passed")
    }
    #expect(
      try Check.verdict(#"{"type":"refusal","not":true}"#, on: refusal)
        == "expected no answer that is a refusal; found a refusal")
  }
}
