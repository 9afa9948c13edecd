import Testing

@testable import Simulator

/// Scenario files: what they say, and what is wrong with them in one sentence.
struct ScenarioReadingTests {
  private func read(_ text: String) throws(ScenarioError) -> Scenario {
    try Scenario.read(Array(text.utf8), source: "s.json")
  }

  @Test(arguments: [
    ("", "s.json: the scenario is not JSON."),
    (#"{"rules": [}"#, "s.json: the scenario is not JSON."),
    ("[]", "s.json: the scenario must be an object."),
    ("{}", "s.json: rules: is missing."),
    (#"{"rules": 7}"#, "s.json: rules: must be a list."),
    (#"{"rule": []}"#, "s.json: the scenario 'rule' is not known here; known are limits, name, rules, summary."),
    (#"{"rules": [{"when": {}}]}"#, "s.json: rules[0].do: is missing."),
    (#"{"rules": [{"do": {}}, {"do": {"status": 42}}]}"#, "s.json: rules[1].do.status: must be 200 to 599."),
    (#"{"rules": [{"do": {"status": "429"}}]}"#, "s.json: rules[0].do.status: must be a whole number."),
    (#"{"rules": [{"do": {"headers": {"A": 1}}}]}"#, "s.json: rules[0].do.headers.A: must be a text."),
    (
      #"{"rules": [{"do": {"end": "boom"}}]}"#,
      "s.json: rules[0].do.end: 'boom' is none of 'stall', 'close', 'reset', 'cut'."
    ),
    (
      #"{"rules": [{"do": {"omit": ["done", "head"]}}]}"#,
      "s.json: rules[0].do.omit: 'head' is none of 'finish', 'usage', 'done'."
    ),
    (#"{"rules": [{"do": {"delay": -1}}]}"#, "s.json: rules[0].do.delay: must be seconds, 0 to 31622400."),
    (#"{"rules": [{"do": {"after": -1}}]}"#, "s.json: rules[0].do.after: must be 0 or more."),
    (#"{"rules": [{"do": {"depth": 0}}]}"#, "s.json: rules[0].do.depth: must be 1 or more."),
    (
      #"{"rules": [{"do": {"flood": {"count": 3}}}]}"#,
      "s.json: rules[0].do.flood: a flood needs 'of': 'tokens', 'comments' or 'line'."
    ),
    (
      #"{"rules": [{"do": {"drip": {"byte": 1}}}]}"#,
      "s.json: rules[0].do.drip: 'byte' is not known here; known are bytes, every."
    ),
    (#"{"rules": [{"do": {}, "when": {"share": 2}}]}"#, "s.json: rules[0].when.share: must be a share from 0 to 1."),
    (
      #"{"rules": [{"do": {}, "when": {"request": "5-2"}}]}"#,
      #"s.json: rules[0].when.request: must be a number from 1, or a span such as "2-5" or "4-"."#
    ),
    (
      #"{"rules": [{"do": {}, "when": {"on": "chats"}}]}"#,
      "s.json: rules[0].when.on: 'chats' is none of 'chat', 'models', 'key'."
    ),
    (#"{"rules": [], "limits": {"per_minute": 0}}"#, "s.json: limits.per_minute: must be 1 or more."),
  ])
  func `what is wrong is told with its place`(text: String, message: String) {
    #expect(throws: ScenarioError(description: message)) { try read(text) }
  }

  @Test(arguments: ["stauts", "body"])
  func `a slip of the pen is told what is known`(key: String) {
    let error = #expect(throws: ScenarioError.self) { try read(#"{"rules": [{"do": {"\#(key)": "per-minut"}}]}"#) }
    #expect(
      error?.description.contains(key == "body" ? "'per-minut' is no stock body" : "'stauts' is not known here") == true
    )
    #expect(error?.description.contains(key == "body" ? "'per-minute'" : "status") == true)
  }

  @Test func `every built-in scenario can be read, and its name is its own`() throws {
    for scenario in Scenario.builtIn {
      let read = try #require(try Scenario.named(scenario.name))
      #expect(read.name == scenario.name)
      #expect(read.summary == scenario.summary)
    }
    #expect(Set(Scenario.builtIn.map(\.name)).count == Scenario.builtIn.count)
    #expect(try Scenario.named("429") == nil)
  }

  @Test(arguments: [("3", 3...3), ("\"2-5\"", 2...5), ("\"4-\"", 4...Int.max)])
  func `requests are named by number or by span`(text: String, range: ClosedRange<Int>) throws {
    let scenario = try read(#"{"rules": [{"when": {"of_model": \#(text)}, "do": {}}]}"#)
    #expect(scenario.rules[0].condition.ofModel == Span(range: range))
  }

  @Test(arguments: [
    ("{key} at {port}", "sk-1 at 80"), ("{date}", "Fri, 20 Nov 2026 00:00:01 GMT"),
    ("{date-1}", "Fri, 20 Nov 2026 00:00:00 GMT"), ("{date+9}", "Fri, 20 Nov 2026 00:00:10 GMT"),
    ("{date-99999999999}", "Thu, 01 Jan 1970 00:00:00 GMT"), ("{ms+2}", "1795132803500"), ("{byte:41}", "A"),
    (#"{"a": {"key": 1}}"#, #"{"a": {"key": 1}}"#), ("{date?}", "{date?}"), ("{", "{"), ("}", "}"),
  ])
  func `blanks are filled in, and other braces stay`(text: String, filled: String) {
    let scene = Scene(key: "sk-1", port: 80, now: 1_795_132_801_500)
    #expect(scene.filled(text) == filled)
  }
}
