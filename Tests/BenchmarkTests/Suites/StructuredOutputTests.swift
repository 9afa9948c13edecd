import Benchmark
import Foundation
import Testing

/// The structure that answers are asked to have: how a suite says it, how it is asked for, and what is held to it.
@Suite struct StructuredOutputTests {
  private func reading(_ output: String, prompt: String = "", files: [String: String] = [:]) -> SuiteReading {
    SuiteReader.read(
      Array(#"{"name": "x", "output": \#(output), "prompts": [{"prompt": "p"\#(prompt)}]}"#.utf8), path: "x.json",
      files: FakeFiles(contents: files))
  }

  private func output(_ text: String, prompt: String = "", files: [String: String] = [:]) throws -> StructuredOutput? {
    let reading = reading(text, prompt: prompt, files: files)
    let suite = try #require(reading.suite, "\(reading.problems)")
    return suite.output(of: suite.prompts[0])
  }

  // SAD PATH

  @Test(arguments: [
    ("1", "1:25: output: A number stands where a schema's short form or an object is expected."),
    (#""severity: strnig""#, "1:25: output: 'severity: strnig' does not compile: column 11:"),
    ("{}", "1:25: output: 'schema' is missing: an output cannot be without it."),
    (
      #"{"schema": {"type": "strnig"}}"#,
      #"1:36: output.schema: '{"type":"strnig"}' does not compile: "#
    ),
    (#"{"schema": true, "send": "json"}"#, "1:50: output.send: 'json' is not a way to ask for a structure. "),
    (#"{"schema": true, "accept": "fence"}"#, "Did you mean 'fenced'?"),
    (#"{"schema": true, "name": "a b"}"#, "1:50: output.name: 'a b' is not a schema's name. "),
    (#"{"schema": {"file": "gone.json"}}"#, "output.schema.file: The file 'gone.json' cannot be read: "),
    (
      #"{"schema": {"file": "torn.json"}}"#,
      "1:36: output.schema: 'torn.json' does not compile: line 2, column 1: "
    ),
  ])
  func `what is wrong with it is said with its place`(text: String, expected: String) {
    let problems = reading(text, files: ["torn.json": "{\n"]).problems.map { "\($0)" }
    #expect(problems.count == 1)
    #expect(problems.first?.contains(expected) == true, "it said: \(problems)")
  }

  @Test(arguments: [
    (StructuredOutput(schema: #"{"type":"object"}"#), "Sure!", "expected JSON; "),
    (StructuredOutput(schema: #"{"type":"object"}"#), "[]", "$: expected an object; found an empty array"),
    (
      StructuredOutput(schema: "true"), "```json\n{}\n```",
      "the JSON stands in a code fence; 'accept': 'fenced' in the suite's 'output' takes it off"
    ),
    (StructuredOutput(schema: "true", accept: .fenced), "Here: {}", "expected JSON; "),
    (StructuredOutput(schema: "true", accept: .any), "Here: {", "expected JSON; "),
  ])
  func `an answer without the structure says what it lacks`(
    output: StructuredOutput, answer: String, expected: String
  ) {
    guard case .fails(let words) = output.examine(answer) else {
      Issue.record("it fits")
      return
    }
    #expect(words.contains(expected), "it said: \(words)")
  }

  @Test func `of many mistakes the first three are told, and how many more there are`() {
    let output = StructuredOutput(schema: #"{"type":"array","items":{"type":"string"}}"#)
    guard case .fails(let words) = output.examine("[1,2,3,4,5]") else {
      Issue.record("it fits")
      return
    }
    #expect(words.components(separatedBy: "expected a string").count == 4)
    #expect(words.hasSuffix(" and 2 more mistakes"), "it said: \(words)")
  }

  // HAPPY PATH

  @Test func `an integer beyond 64 bits is sent as it is written, and holds answers to its last digit`() throws {
    let schema = #"{"type":"integer","maximum":18446744073709551615}"#
    let output = try #require(try output(#"{"schema": \#(schema)}"#))
    #expect(output.schema == schema)
    #expect(output.examine("18446744073709551615") == .fits(stripped: []))
    #expect(output.examine("18446744073709551616") != .fits(stripped: []))
    #expect(try JSONDecoder().decode(StructuredOutput.self, from: JSONEncoder().encode(output)) == output)
  }

  @Test func `a tool's integers beyond 64 bits are recorded and sent as they are written`() throws {
    let tools = #"[{"name": "t", "parameters": {"maximum": 18446744073709551615}}]"#
    let reading = SuiteReader.read(Array(#"{"tools": \#(tools), "prompts": ["p"]}"#.utf8), path: "x.json")
    let tool = try #require(reading.suite, "\(reading.problems)").tools[0]
    #expect(tool.parameters?.json == #"{"maximum":18446744073709551615}"#)
    #expect(try JSONDecoder().decode(Tool.self, from: JSONEncoder().encode(tool)) == tool)
  }

  @Test(arguments: [
    (JSONAnswer.Acceptance.plain, " {\"a\": 1}\n", [] as [JSONAnswer.Wrapping]),
    (.fenced, "```\n{\"a\": 1}\n```", [.fence]),
    (.any, "Here it is:\n```json\n{\"a\": 1}\n```\nAnything else?", [.prefix, .fence, .suffix]),
  ])
  func `what had to be taken off is known`(
    accept: JSONAnswer.Acceptance, answer: String, stripped: [JSONAnswer.Wrapping]
  ) {
    #expect(
      StructuredOutput(schema: #"{"required":["a"]}"#, accept: accept).examine(answer) == .fits(stripped: stripped))
  }

  @Test func `the three ways to write a schema give the same, its keys in the author's order`() throws {
    let long =
      #"{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"integer"}},"required":["z","a"],"#
      + #""additionalProperties":false}"#
    #expect(try output(#""z: string, a: integer""#)?.schema == long)
    #expect(try output(#"{"schema": \#(long)}"#)?.schema == long)
    #expect(try output(#"{"schema": {"file": "s.json"}}"#, files: ["s.json": "  " + long + "\n"])?.schema == long)
  }

  @Test func `a prompt's own output wins, and false takes the suite's away`() throws {
    #expect(try output(#""a: string""#, prompt: #", "output": false"#) == nil)
    let own = #", "output": {"schema": true, "send": "nothing", "strict": false, "name": "n", "accept": "any"}"#
    #expect(
      try output(#""a: string""#, prompt: own)
        == StructuredOutput(schema: "true", name: "n", send: .nothing, strict: false, accept: .any))
  }

  @Test func `variables are filled in it for each prompt`() throws {
    let reading = reading(#""{{key}}: string""#, prompt: #", "matrix": {"key": ["a", "b"]}"#)
    let suite = try #require(reading.suite, "\(reading.problems)")
    #expect(suite.output == nil)
    #expect(suite.prompts.compactMap { suite.output(of: $0)?.schema.contains(#""required":["b"]"#) } == [false, true])
  }

  @Test func `the journal keeps it`() throws {
    let reading = reading(#""a: string""#, prompt: #", "output": {"schema": true, "accept": "any"}"#)
    let suite = try #require(reading.suite, "\(reading.problems)")
    let free = Prompt(id: "f", turns: [Turn(Content("p"))], output: .free)
    for prompt in [suite.prompts[0], free] {
      #expect(try JSONDecoder().decode(Prompt.self, from: JSONEncoder().encode(prompt)) == prompt)
    }
    #expect(try JSONDecoder().decode(Suite.self, from: JSONEncoder().encode(suite)).output == suite.output)
  }

  @Test(
    arguments: [
      (nil, nil, .jsonSchema), (nil, .jsonObject, .jsonObject), (.auto, .instruction, .instruction),
      (.jsonSchema, .instruction, .jsonSchema), (.nothing, nil, .nothing),
    ] as [(StructuredOutput.Way?, StructuredOutput.Way?, StructuredOutput.Way)])
  func `the suite decides how it is asked for, or else the catalogue`(
    send: StructuredOutput.Way?, known: StructuredOutput.Way?, expected: StructuredOutput.Way
  ) {
    #expect(StructuredOutput(schema: "true", send: send).way(where: known) == expected)
  }

  @Test(arguments: [
    (#"{"type":"object","properties":{"a":{}},"required":["a"],"additionalProperties":false}"#, true),
    (#"{"type":"object","properties":{"a":{}},"required":[],"additionalProperties":false}"#, false),
    (#"{"type":"object","properties":{"a":{}},"required":["a"]}"#, false),
    (#"{"type":"array","items":{"type":"object"}}"#, false),
    (#"{"type":"array","items":{"type":"string"}}"#, true),
  ])
  func `servers are to be strict only where they take the schema for that`(schema: String, strict: Bool) {
    #expect(
      StructuredOutput(schema: schema).responseFormat(by: .jsonSchema)
        == #"{"type":"json_schema","json_schema":{"name":"answer","strict":\#(strict),"schema":\#(schema)}}"#)
    #expect(
      StructuredOutput(schema: schema, strict: !strict).responseFormat(by: .jsonSchema)?
        .contains(#""strict":\#(!strict)"#) == true)
  }
}
