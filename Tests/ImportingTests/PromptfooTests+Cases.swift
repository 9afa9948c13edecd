import Benchmark
import Testing

/// Prompts, tests and what becomes of them together.
extension PromptfooTests {
  private func texts(_ imported: Imported) -> [String] { imported.suite.prompts.map(\.text) }

  @Test func `a chat in a file becomes messages`() throws {
    let imported = try Imported(
      #"{"prompts":["file://chat.json"],"tests":[{"vars":{"topic":"bees"}}]}"#,
      files: [
        "chat.json": """
        [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "What is new?"},
         {"role": "assistant", "content": "Nothing."}, {"role": "user", "content": "And about {{ topic }}?"}]
        """
      ])
    #expect(
      imported.text.contains(
        """
              "messages": [
                { "role": "system", "content": "Be brief." },
                { "role": "user", "content": "What is new?" },
                { "role": "assistant", "content": "Nothing." },
                { "role": "user", "content": "And about {{topic}}?" }
              ],
              "variables": { "topic": "bees" }
        """), "it became \(imported.text)")
    #expect(imported.notes == ["chat.json:1:11: [0].role: The role 'developer' became 'system'."])
  }

  @Test func `a text file may hold several prompts, and a label names them`() throws {
    let imported = try Imported(
      #"{"prompts":[{"id":"file://p.txt","label":"tone"}]}"#, files: ["p.txt": "Be kind.\n---\nBe {{{strict}}}.\n"])
    #expect(imported.suite.prompts.map(\.id) == ["tone-1", "tone-2"])
    #expect(texts(imported) == ["Be kind.", "Be {{{strict}}}."])
  }

  @Test func `tests that differ in values alone become rows, and their names ids`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Say {{what}}"], "tests": [
        {"description": "a greeting", "vars": {"what": "hi"}, "assert": [{"type": "equals", "value": "hi"}]},
        {"description": "a farewell", "vars": {"what": "bye"}, "assert": [{"type": "equals", "value": "bye"}]},
        {"description": "a number", "vars": {"what": 7}, "assert": [{"type": "contains", "value": "7"}]}
      ]}
      """#)
    #expect(
      imported.text == #"""
        {
          "name": "imported",
          "prompts": [
            {
              "id": "{{case}}",
              "prompt": "Say {{what}}",
              "rows": [
                { "case": "a greeting", "what": "hi", "expected": "hi" },
                { "case": "a farewell", "what": "bye", "expected": "bye" }
              ],
              "checks": [{ "type": "equals", "value": "{{expected}}" }]
            },
            {
              "id": "a number",
              "prompt": "Say {{what}}",
              "variables": { "what": 7 },
              "checks": [{ "type": "contains", "value": "7" }]
            }
          ]
        }

        """#)
    #expect(imported.suite.prompts.map(\.id) == ["a greeting", "a farewell", "a number"])
    #expect(texts(imported) == ["Say hi", "Say bye", "Say 7"])
    #expect(try imported.suite.prompts[1].checks == Imported.checks(#"{"type":"equals","value":"bye"}"#))
  }

  @Test func `lists of values are asked with one another`() throws {
    let imported = try Imported(
      #"{"prompts":["{{a}}{{b}}{{c}}"],"tests":[{"vars":{"a":["x","y"],"b":[1,2],"c":"!"}}]}"#)
    #expect(texts(imported) == ["x1!", "x2!", "y1!", "y2!"])
  }

  @Test func `what all tests share comes before a test's own, whose values win`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Say {{what}} in {{tone}}"],
       "defaultTest": {"vars": {"tone": "verse"}, "threshold": 0.5,
         "assert": [{"type": "not-icontains", "value": "sorry"}, {"type": "icontains", "value": "{{what}}"}]},
       "tests": [{"vars": {"what": "hi"}},
         {"vars": {"what": "bye", "tone": "prose"}, "assert": [{"type": "is-json"}]}]}
      """#)
    #expect(texts(imported) == ["Say hi in verse", "Say bye in prose"])
    #expect(
      try imported.suite.prompts[1].checks
        == Imported.checks(
          #"{"type":"contains","value":"sorry","ignore_case":true,"not":true}"#,
          #"{"type":"contains","value":"bye","ignore_case":true}"#, #"{"type":"json"}"#))
    #expect(imported.suite.prompts.map(\.passScore) == [0.5, 0.5])
    #expect(imported.notes.isEmpty)
  }

  @Test func `a check for an empty value is left out, and so is the value`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["{{q}}"], "defaultTest": {"assert": [{"type": "contains", "value": "{{a}}"}]},
       "tests": [{"vars": {"q": "1", "a": ""}}]}
      """#)
    #expect(imported.suite.prompts.map(\.checks.count) == [0])
    #expect(
      imported.notes.contains(
        "config.json:1:51: defaultTest.assert[0]: The assertion 'contains' is left out: its value is empty."))
  }

  @Test func `tests stand in tables and other files too`() throws {
    let imported = try Imported(
      #"{"prompts":["{{question}}"],"tests":["file://a.csv","file://b.json","file://c.jsonl"]}"#,
      files: [
        "a.csv": "question,__expected,__expected2,__description,__metric,__threshold\r\n"
          + "2+2?,4,contains-any: 4,four,sum,0.5\r\nTime: now?,not-icontains: sorry,,,,\r\n"
          + "\"x, y\",Note: a colon,,,,\r\n",
        "b.json": #"[{"vars":{"question":"from JSON"}}]"#,
        "c.jsonl": "{\"vars\":{\"question\":\"from lines\"}}\n\nbroken\n",
      ])
    #expect(texts(imported) == ["2+2?", "Time: now?", "x, y", "from JSON", "from lines"])
    #expect(
      try imported.suite.prompts.flatMap(\.checks)
        == Imported.checks(
          #"{"type":"equals","value":"4","name":"sum"}"#, #"{"type":"contains","any":["4"],"name":"sum"}"#,
          #"{"type":"contains","value":"sorry","ignore_case":true,"not":true}"#,
          #"{"type":"equals","value":"Note: a colon"}"#))
    #expect(imported.suite.prompts.map(\.passScore) == [0.5, nil, nil, nil, nil])
    #expect(imported.suite.prompts[0].checks.map(\.name) == ["sum", "sum"])
    #expect(imported.notes.contains("c.jsonl:3:1: The line is no JSON and is left out."))
  }

  @Test func `further fields that a suite says in another way are left out and told`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Hi"], "providers": [
        {"id": "openrouter:a/b", "config": {"passthrough": {"models": ["c/d"], "top_a": 1}}}]}
      """#)
    #expect(imported.text.contains(#""extra": { "top_a": 1 }"#), "it became \(imported.text)")
    #expect(imported.notes.contains { $0.contains("'models' is left out. Another model would answer") })
  }

  @Test func `providers become contestants with their settings`() throws {
    let imported = try Imported(
      #"""
      {"prompts": ["Hi"], "targets": [
        "openrouter:meta-llama/llama-3.3-70b-instruct:free",
        {"id": "anthropic:messages:claude-sonnet-4", "label": "careful",
         "config": {"temperature": 0, "max_tokens": 100, "reasoning_effort": "low", "passthrough": {"top_a": 1}}},
        {"openrouter:a/b": {"config": {"top_p": 0.5}}},
        "openrouter:a/b"
      ]}
      """#)
    #expect(
      imported.text.contains(
        """
          "contestants": [
            { "model": "meta-llama/llama-3.3-70b-instruct:free" },
            {
              "name": "careful",
              "model": "anthropic/claude-sonnet-4",
              "parameters": { "max_tokens": 100, "temperature": 0, "reasoning": "low", "extra": { "top_a": 1 } }
            },
            { "model": "a/b", "parameters": { "top_p": 0.5 } },
            { "model": "a/b", "name": "a/b 4" }
          ],
        """), "it became \(imported.text)")
    #expect(imported.suite.contestants.count == 4)
  }

  @Test func `a configuration without prompts asks what its tests say`() throws {
    let imported = try Imported(#"{"tests":[{"vars":{"prompt":"Hi there"}}]}"#)
    #expect(texts(imported) == ["Hi there"])
  }
}
