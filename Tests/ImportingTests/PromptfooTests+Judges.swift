import Benchmark
import Testing

/// Who judges, what decides a test together, and tests that others make up.
extension PromptfooTests {
  private static let rubric = #"{"type":"llm-rubric","value":"Is it polite?"}"#

  /// A configuration, and the judge's part of a check; nil where there is none.
  static let judges: [(intent: String, config: String, judge: String?)] = [
    (
      "of all tests",
      #"{"prompts":["Hi"],"defaultTest":{"options":{"provider":"openrouter:v/judge"},"assert":[RUBRIC]}}"#,
      #""model":"v/judge""#
    ),
    (
      "of one test, for texts",
      #"{"prompts":["Hi"],"tests":[{"options":{"provider":{"text":{"id":"openrouter:v/judge2"},"embedding":"openai:x"}},"assert":[RUBRIC]}]}"#,
      #""model":"v/judge2""#
    ),
    (
      "of one test, before that of all",
      #"{"prompts":["Hi"],"defaultTest":{"options":{"provider":"openrouter:v/judge"}},"tests":[{"options":{"provider":"openrouter:v/own"},"assert":[RUBRIC]}]}"#,
      #""model":"v/own""#
    ),
    (
      "with settings",
      #"{"prompts":["Hi"],"tests":[{"options":{"provider":{"id":"openrouter:v/j","config":{"temperature":0}}},"assert":[RUBRIC]}]}"#,
      #""model":"v/j","parameters":{"temperature":0}"#
    ),
    (
      "with words of its own",
      #"{"prompts":["Hi"],"defaultTest":{"options":{"provider":"openrouter:v/judge","rubricPrompt":"Grade!"},"assert":[RUBRIC]}}"#,
      nil
    ),
    (
      "of another service", #"{"prompts":["Hi"],"tests":[{"options":{"provider":"ollama:chat:x"},"assert":[RUBRIC]}]}"#,
      nil
    ),
  ]

  @Test(arguments: judges)
  func `the judge is the one that promptfoo asks`(row: (intent: String, config: String, judge: String?)) throws {
    let imported = try Imported(row.config.replacing("RUBRIC", with: Self.rubric))
    let expected = try row.judge.map { try Imported.checks(#"{"type":"judge","rubric":"Is it polite?",\#($0)}"#) }
    #expect(imported.suite.prompts.flatMap(\.checks) == expected ?? [], "\(row.intent): \(imported.text)")
    if row.judge == nil { #expect(imported.notes.contains { $0.contains("'llm-rubric' is left out") }) }
  }

  /// Tests of which some part decides what passes, and whether the other assertions stay.
  static let together: [(intent: String, test: String, checks: Int)] = [
    ("a share of two", #"{"threshold":0.5,"assert":[{"type":"is-json"},{"type":"contains","value":"a"}]}"#, 2),
    ("a share of which one is left out", #"{"threshold":0.5,"assert":[{"type":"is-sql"},{"type":"is-json"}]}"#, 0),
    ("one left out, and nothing shared", #"{"assert":[{"type":"is-sql"},{"type":"is-json"}]}"#, 1),
    ("one of weight 0", #"{"threshold":0.5,"assert":[{"type":"is-sql","weight":0},{"type":"is-json"}]}"#, 1),
    ("a score that every answer has", #"{"threshold":0,"assert":[{"type":"is-json"}]}"#, 0),
    ("a score that none has", #"{"threshold":1.5,"assert":[{"type":"is-json"}]}"#, 0),
    ("an answer changed first", #"{"options":{"transform":"f(output)"},"assert":[{"type":"is-json"}]}"#, 0),
    (
      "an answer changed first, and its time",
      #"{"options":{"transform":"f(output)"},"assert":[{"type":"latency","threshold":9}]}"#, 1
    ),
    (
      "an answer changed twice",
      #"{"options":{"transform":"output.a"},"assert":[{"type":"equals","value":"x","transform":"output.b"}]}"#, 0
    ),
    ("a part of all answers", #"{"options":{"transform":"output.a"},"assert":[{"type":"equals","value":"x"}]}"#, 1),
  ]

  @Test(arguments: together)
  func `no assertion stays that would decide something else`(row: (intent: String, test: String, checks: Int)) throws {
    let imported = try Imported(#"{"prompts":["Hi"],"tests":[\#(row.test)]}"#)
    #expect(imported.suite.prompts.map(\.checks.count) == [row.checks], "\(row.intent): \(imported.text)")
    #expect(imported.notes.isEmpty == (row.intent == "a share of two" || row.checks == 1 && !row.test.contains("sql")))
  }

  @Test func `every set of a scenario's data meets every test`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Say {{what}} to {{whom}} {{tone}}"],
       "defaultTest": {"vars": {"tone": "kindly"}, "assert": [{"type": "not-contains", "value": "no"}]},
       "scenarios": [{
         "config": [{"vars": {"what": "hi"}, "assert": [{"type": "contains", "value": "hi"}]}, {"vars": {"what": "bye"}}],
         "tests": [{"vars": {"whom": "Ann"}}, {"vars": {"whom": "Bob"}, "assert": [{"type": "is-json"}]}]}]}
      """#)
    #expect(
      imported.suite.prompts.map(\.text) == [
        "Say hi to Ann kindly", "Say hi to Bob kindly", "Say bye to Ann kindly", "Say bye to Bob kindly",
      ])
    #expect(imported.suite.prompts.map(\.checks.count) == [2, 2, 1, 2])
    #expect(imported.notes.isEmpty)
  }

  @Test func `a test is asked of the prompts that it names`() throws {
    let imported = try Imported(
      #"""
      {"prompts": [{"raw": "A {{x}}", "label": "first"}, {"raw": "B {{x}}", "label": "second"}],
       "tests": [{"vars": {"x": "1"}, "prompts": ["second"]}, {"vars": {"x": "2"}}]}
      """#)
    #expect(imported.suite.prompts.map(\.text) == ["A 2", "B 1", "B 2"])
  }

  @Test func `what a template takes out of a value, or makes of it, is worked out`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["{{user.name}}, {{ user.tags[1] | upper }}, {{what|capitalize}}, {{what}}"],
       "tests": [{"vars": {"user": {"name": "Ann", "tags": ["a", "b"]}, "what": "rED"}}]}
      """#)
    #expect(imported.suite.prompts.map(\.text) == ["Ann, B, Red, rED"])
    #expect(imported.notes.isEmpty, "it said \(imported.notes)")
  }

  @Test func `prompts stand in lines, and in an object with their names`() throws {
    let imported = try Imported(
      #"{"prompts":["p.jsonl",{"q.txt":"short"}]}"#,
      files: ["p.jsonl": "[{\"role\":\"user\",\"content\":\"One\"}]\n\"Two\"\n", "q.txt": "Three"])
    #expect(imported.suite.prompts.map(\.text) == ["One", "Two", "Three"])
    #expect(imported.suite.prompts.last?.id == "short")
  }

  @Test func `a prompt that its values leave empty is left out, and an empty message of the system`() throws {
    let imported = try Imported(
      #"""
      {"prompts": [[{"role": "system", "content": "{{s}}"}, {"role": "user", "content": "{{q}}"}]],
       "tests": [{"vars": {"q": "Why?", "s": ""}}, {"vars": {"q": " ", "s": "x"}}, {"vars": {"q": "", "s": "x"}}]}
      """#)
    #expect(imported.suite.prompts.map(\.text) == ["Why?"])
    #expect(!imported.text.contains("system"), "it became \(imported.text)")
  }
}
