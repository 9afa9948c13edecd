import Benchmark
import Testing

@testable import Importing

/// JSON Lines of samples as suites.
struct SampleTests {
  static let notes: [(line: String, note: String)] = [
    (
      "nonsense",
      "x.jsonl:2:1: The line is no JSON object and is left out: 'nonsense' is not a value of JSON; "
        + "strings stand in double quotes."
    ),
    ("[1]", "x.jsonl:2:1: The line is no JSON object and is left out."),
    (#"{"ideal":"x"}"#, "x.jsonl:2:1: The sample has neither 'input' nor 'messages' and is left out."),
    (
      #"{"input":[{"role":"system","content":"x"}]}"#,
      "x.jsonl:2:10: input: The sample asks nothing and is left out: its last question must be a user's."
    ),
    (
      #"{"input":"","ideal":"x"}"#,
      "x.jsonl:2:10: input: The sample asks nothing and is left out: its last question "
        + "must be a user's."
    ),
    (#"{"input":"x","metadata":{}}"#, "x.jsonl:2:25: metadata: A sample's 'metadata' is not carried over."),
    (
      #"{"input":"x","ideal":[["a"]]}"#,
      "x.jsonl:2:22: ideal: This 'ideal' is left out: it is neither a text nor a list of texts that say anything."
    ),
    (
      #"{"input":"x","ideal":{"a":1}}"#,
      "x.jsonl:2:22: ideal: This 'ideal' is left out: it is neither a text nor a list of texts that say anything."
    ),
    (
      #"{"input":"x","ideal":" "}"#,
      "x.jsonl:2:22: ideal: This 'ideal' is left out: it is neither a text nor a list of texts that say anything."
    ),
    (
      #"{"input":"x","ideal":["a",{}]}"#,
      "x.jsonl:2:22: ideal: What is no text in this 'ideal', or says nothing, is left out."
    ),
    (
      #"{"input":"x","input":"y"}"#,
      "x.jsonl:2:14: This is read all the same, but the key 'input' is given twice; remove one."
    ),
    (
      #"{"input":[{"role":"user","content":"x"},{"role":"tool","content":"y"}]}"#,
      "x.jsonl:2:41: input[1]: A tool's message without a 'tool_call_id' or a content is left out."
    ),
    (
      #"{"input":[{"role":"system","name":"example_user","content":"x"},{"role":"user","content":"y"}]}"#,
      "x.jsonl:2:35: input[0].name: A message's 'name' is not carried over."
    ),
    (
      #"{"input":[{"role":"user","content":[{"type":"input_audio"},{"type":"text","text":"y"}]}]}"#,
      "x.jsonl:2:37: input[0].content[0]: This part of a message is left out: only text and images at an http address are "
        + "carried over."
    ),
  ]

  @Test(arguments: notes)
  func `what a suite cannot say is said with its line`(row: (line: String, note: String)) throws {
    let imported = try Imported("{\"input\":\"first\"}\n\(row.line)\n", file: "x.jsonl", format: .evals)
    #expect(imported.notes == [row.note])
  }

  @Test func `of nothing nothing is made`() {
    let refusal = #expect(throws: Imported.Refused.self) {
      try Imported(#"{"ideal":"x"}"#, file: "x.jsonl", format: .evals)
    }
    #expect(
      refusal?.message == """
        There is nothing to ask in x.jsonl.
        x.jsonl:1:1: The sample has neither 'input' nor 'messages' and is left out.
        """)
  }

  @Test func `samples without the usual keys are told which seem to be meant`() {
    let refusal = #expect(throws: Imported.Refused.self) {
      try Imported(#"{"question_id":"1","question":"Why?","answer":"So."}"#, file: "x.jsonl")
    }
    #expect(
      refusal?.message.hasPrefix(
        """
        There is nothing to ask in x.jsonl. If 'question' holds the prompts, and 'answer' what is expected, give \
        '--prompt-column question --expected-column answer'.
        x.jsonl:1:1: The sample has neither 'input' nor 'messages' and is left out.
        """) == true, "it said \(refusal?.message ?? "nothing")")
  }

  @Test(arguments: [
    "{\"q\":\"2+2\",\"a\":4}\n{\"q\":\"x\"}\n{\"a\":\"y\"}\n", #"[{"q":"2+2","a":4},{"q":"x"},{"a":"y"}]"#,
  ])
  func `samples may have any keys`(text: String) throws {
    let imported = try Imported(text, file: "x.jsonl", columns: ImportColumns(prompt: "q", expected: "a"))
    #expect(imported.suite.prompts.map(\.text) == ["2+2", "x"])
    #expect(try imported.suite.prompts.flatMap(\.checks) == Imported.checks(#"{"type":"starts_with","value":"4"}"#))
    #expect(imported.notes.count == 1)
    #expect(imported.notes.allSatisfy { $0.hasSuffix("The sample has no 'q' and is left out.") })
  }

  @Test func `a key that seems to hold answers is told how to be one`() throws {
    let imported = try Imported(#"{"input":"x","answer":"y"}"#, file: "x.jsonl")
    #expect(
      imported.notes == [
        "x.jsonl:1:23: answer: A sample's 'answer' is not carried over: if it is what is expected, give "
          + "'--expected-column answer'."
      ])
  }

  @Test func `a configuration of promptfoo has no columns`() {
    let refusal = #expect(throws: Imported.Refused.self) {
      try Imported(#"{"prompts":["Hi"]}"#, columns: ImportColumns(prompt: "q"))
    }
    #expect(
      refusal?.message
        == "'--prompt-column' and '--expected-column' are for tables and JSON Lines, and config.json is a "
        + "configuration of promptfoo.")
  }

  @Test func `samples may stand in an array`() throws {
    let imported = try Imported(
      #"""
      [
        {"input": "a", "ideal": "b"}, 1,
        {"messages": [{"role": "user", "content": "c"}]}
      ]
      """#, file: "x.json")
    #expect(imported.suite.prompts.map(\.text) == ["a", "c"])
    #expect(imported.suite.prompts.map(\.id) == ["sample-1", "sample-3"])
    #expect(imported.notes == ["x.json:2:33: [1]: This is no sample, and is left out."])
  }

  @Test func `of lines of which the first is broken, the first is named`() throws {
    let imported = try Imported("{\"input\":\"a\"\n{\"input\":\"b\"}\n", file: "x.jsonl")
    #expect(imported.suite.prompts.map(\.text) == ["b"])
    #expect(imported.notes.first?.hasPrefix("x.jsonl:1:1: The line is no JSON object and is left out: ") == true)
  }

  @Test func `samples become prompts with the answer that is expected`() throws {
    let imported = try Imported(
      #"""
      {"input": [{"role": "system", "content": "One word."}, {"role": "user", "content": "Capital of France?"}], "ideal": "Paris"}
      {"input": [{"role": "user", "content": "2+2="}], "ideal": ["4", "four"]}

      {"messages": [{"role": "user", "content": "Say {{hi}}"}, {"role": "assistant", "content": "{{hi}}"}]}
      {"input": "Tell a joke."}
      """#)
    #expect(
      imported.text == #"""
        {
          "name": "imported",
          "prompts": [
            {
              "id": "sample-1",
              "messages": [
                { "role": "system", "content": "One word." },
                { "role": "user", "content": "Capital of France?" }
              ],
              "checks": [{ "type": "starts_with", "value": "Paris" }]
            },
            {
              "id": "sample-2",
              "prompt": "2+2=",
              "checks": [
                {
                  "type": "any",
                  "checks": [{ "type": "starts_with", "value": "4" }, { "type": "starts_with", "value": "four" }]
                }
              ]
            },
            { "id": "sample-4", "prompt": "Say \\{{hi}}", "checks": [{ "type": "starts_with", "value": "\\{{hi}}" }] },
            { "id": "sample-5", "prompt": "Tell a joke." }
          ]
        }

        """#)
    #expect(imported.suite.prompts[2].text == "Say {{hi}}")
    #expect(imported.notes.isEmpty)
  }

  /// A way to compare, and the check of one answer and of two.
  static let comparisons: [(Comparison, one: String, two: String)] = [
    (.equals, #"{"type":"equals","value":"a"}"#, #"{"type":"equals","values":["a","b"]}"#),
    (.contains, #"{"type":"contains","value":"a"}"#, #"{"type":"contains","any":["a","b"]}"#),
    (
      .similarity, #"{"type":"similarity","value":"a","min":0.8}"#,
      #"{"type":"any","checks":[{"type":"similarity","value":"a","min":0.8},{"type":"similarity","value":"b","min":0.8}]}"#
    ),
  ]

  @Test(arguments: comparisons)
  func `answers are compared as a person wants it`(row: (Comparison, one: String, two: String)) throws {
    let lines = "{\"input\":\"x\",\"ideal\":\"a\"}\n{\"input\":\"y\",\"ideal\":[\"a\",\" b \",\"\"]}\n"
    let imported = try Imported(lines, file: "x.jsonl", comparison: row.0)
    #expect(try imported.suite.prompts.flatMap(\.checks) == Imported.checks(row.one, row.two))
  }
}
