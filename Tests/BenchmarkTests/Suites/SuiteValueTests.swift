import Benchmark
import Foundation
import Testing

@Suite struct SuiteValueTests {
  private static let text = """
    {
      "$schema": "https://example.org/suite.json",
      "name": "Capitals 1.0",
      "description": "What is where.",
      "parameters": {"system": "Be short.", "max_tokens": 64, "temperature": 0, "seed": -7, "extra": {"top_a": 1}},
      "prompts": [
        {
          "id": "france",
          "prompt": "What is the capital of France?",
          "parameters": {"temperature": 1.5},
          "checks": [
            {"type": "equals", "value": "Paris"},
            {"type": "contains", "value": "paris", "ignore_case": true},
            {"type": "regex", "pattern": "^P", "ignore_case": false},
            {"type": "json", "weight": 2, "name": "form"},
            {"type": "json", "keys": ["a"], "fenced": true, "not": true}
          ]
        },
        {"prompt": "Why?"}
      ]
    }
    """

  private static let suite = Suite(
    name: "Capitals 1.0", description: "What is where.",
    parameters: Parameters(
      system: "Be short.", maxTokens: 64, temperature: 0, seed: -7, extra: ["top_a": .integer(1)]),
    prompts: [
      Prompt(
        id: "france", text: "What is the capital of France?", parameters: Parameters(temperature: 1.5),
        checks: [
          Check(EqualsRule("Paris")), Check(ContainsRule("paris", ignoresCase: true)),
          Check(RegexRule("^P", ignoresCase: false)), Check(JSONRule(), weight: 2, name: "form"),
          Check(JSONRule(keys: ["a"], fenced: true), isInverted: true),
        ]),
      Prompt(id: "prompt-2", text: "Why?"),
    ])

  @Test func `a file becomes a suite`() {
    let reading = SuiteReader.read(Array(Self.text.utf8), path: "x.json")
    #expect(reading.suite == Self.suite)
    #expect(reading.problems.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test func `a suite survives the journal, its prompts apart`() throws {
    var suite = try JSONDecoder().decode(Suite.self, from: JSONEncoder().encode(Self.suite))
    #expect(suite.prompts.isEmpty)
    suite.prompts = PromptList(
      try Self.suite.prompts.map { try JSONDecoder().decode(Prompt.self, from: JSONEncoder().encode($0)) })
    #expect(suite == Self.suite)
  }

  @Test func `what the journal keeps of prompts is what a suite file says`() throws {
    let prompts = try Self.suite.prompts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    let text = #"{"name":"x","prompts":[\#(prompts.joined(separator: ","))]}"#
    #expect(SuiteReader.read(Array(text.utf8), path: "x.json").suite?.prompts == Self.suite.prompts)
  }
}
