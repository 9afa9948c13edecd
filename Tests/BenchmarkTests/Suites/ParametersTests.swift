import Benchmark
import Foundation
import Testing

/// What requests ask for, and how layers of it win over each other.
@Suite struct ParametersTests {
  private func reading(_ parameters: String) -> SuiteReading {
    let text = "{\"name\": \"x\", \"parameters\": {\(parameters)}, \"prompts\": [{\"prompt\": \"p\"}]}"
    return SuiteReader.read(Array(text.utf8), path: "x.json")
  }

  private func parameters(_ text: String) throws -> Parameters {
    try #require(reading(text).suite, "\(reading(text).problems)").parameters
  }

  // SAD PATH

  @Test(arguments: [
    (#""top_p": 1.1"#, "top_p: 1.1 is out of range. Give a number from 0 to 1."),
    (#""top_k": -1"#, "top_k: -1 is out of range. Give 0 or more."),
    (#""top_k": 1.5"#, "top_k: A number stands where a whole number is expected."),
    (#""min_p": -0.1"#, "min_p: -0.1 is out of range. Give a number from 0 to 1."),
    (#""frequency_penalty": 3"#, "frequency_penalty: 3.0 is out of range. Give a number from -2 to 2."),
    (#""repetition_penalty": -1"#, "repetition_penalty: -1.0 is out of range. Give a number from 0 to 2."),
    (#""stop": []"#, "stop: 0 texts is out of range. Give 1 to 4."),
    (#""stop": ["a", "b", "c", "d", "e"]"#, "stop: 5 texts is out of range. Give 1 to 4."),
    (#""reasoning": "hgih""#, "reasoning: 'hgih' is not a reasoning effort. Did you mean 'high'?"),
    (#""reasoning": 1"#, "reasoning: A number stands where an object is expected."),
    (#""tool_choice": "any""#, "tool_choice: 'any' is not a choice of tools. Give one of none, auto, required."),
    (#""provider": []"#, "provider: An array stands where an object is expected."),
    (
      #""extra": {"models": ["b"]}"#,
      "extra.models: 'models' cannot stand in 'extra'. Another model would answer in a contestant's name: make it a "
        + "contestant of its own."
    ),
    (#""extra": {"top_p": 1}"#, "extra.top_p: 'top_p' cannot stand in 'extra'. Write it beside 'extra'."),
    (
      #""extra": {"max_completion_tokens": 1}"#,
      "extra.max_completion_tokens: 'max_completion_tokens' cannot stand in 'extra'. Write it beside 'extra'."
    ),
    (#""max_completion_tokens": 0"#, "max_completion_tokens: 0 is out of range. Give 1 or more."),
    (
      #""max_tokens": 1, "max_completion_tokens": 1"#,
      "max_completion_tokens: 'max_completion_tokens' cannot stand beside 'max_tokens'. Remove one of them."
    ),
    (#""require_parameters": 1"#, "require_parameters: A number stands where true or false is expected."),
  ])
  func `a setting that is wrong says where`(text: String, expected: String) {
    #expect(reading(text).problems.map { "\($0.path): \($0.fault.message)" } == ["parameters.\(expected)"])
  }

  // HAPPY PATH

  @Test func `every setting becomes a field of its name, but the system prompt`() throws {
    let all = try parameters(
      #"""
      "system": "s", "max_tokens": 1, "temperature": 0.5, "top_p": 0.25, "top_k": 2, "min_p": 0, "seed": 7,
      "frequency_penalty": -2, "presence_penalty": 2, "repetition_penalty": 1.5, "stop": "END", "reasoning": "low",
      "provider": {"order": ["a"]}, "require_parameters": true, "tool_choice": "required",
      "parallel_tool_calls": false, "extra": {"logit_bias": {"50256": -100}}
      """#)
    let expected = #"""
      {"frequency_penalty":-2.0,"logit_bias":{"50256":-100},"max_tokens":1,"min_p":0.0,"parallel_tool_calls":false,\#
      "presence_penalty":2.0,"provider":{"order":["a"],"require_parameters":true},"reasoning":{"effort":"low"},\#
      "repetition_penalty":1.5,"seed":7,"stop":["END"],"temperature":0.5,"tool_choice":"required","top_k":2,\#
      "top_p":0.25}
      """#
    #expect(JSONValue.object(all.fields).json == expected)
    #expect(try JSONDecoder().decode(Parameters.self, from: JSONEncoder().encode(all)) == all)
  }

  @Test func `of the two names of a limit the later layer's alone has a source`() throws {
    let layers = [
      ("suite", try parameters(#""max_tokens": 1"#)), ("prompt", try parameters(#""max_completion_tokens": 2"#)),
    ]
    #expect(
      Parameters.sources(in: layers.map { (name: $0.0, parameters: $0.1) }) == ["max_completion_tokens": "prompt"])
  }

  @Test(arguments: [
    (#""seed": 1"#, "", #"{"seed":1}"#),
    (#""seed": 1"#, #""seed": 2"#, #"{"seed":2}"#),
    (#""max_tokens": 1"#, #""max_completion_tokens": 2"#, #"{"max_completion_tokens":2}"#),
    (#""max_completion_tokens": 1"#, #""max_tokens": 2"#, #"{"max_tokens":2}"#),
    (#""max_completion_tokens": 1"#, #""seed": 2"#, #"{"max_completion_tokens":1,"seed":2}"#),
    (#""reasoning": "low""#, #""reasoning": {"max_tokens": 9}"#, #"{"reasoning":{"max_tokens":9}}"#),
    (
      #""provider": {"order": ["a"], "sort": "price"}"#, #""provider": {"order": ["b"]}, "require_parameters": true"#,
      #"{"provider":{"order":["b"],"require_parameters":true,"sort":"price"}}"#
    ),
    (#""extra": {"a": 1, "b": 1}"#, #""extra": {"b": 2}"#, #"{"a":1,"b":2}"#),
    (
      #""stop": ["a", "b"], "require_parameters": false"#, #""stop": "c""#,
      #"{"provider":{"require_parameters":false},"stop":["c"]}"#
    ),
  ])
  func `a later layer wins, key by key in extra and provider`(first: String, second: String, expected: String) throws {
    let layered = try parameters(first).overridden(by: parameters(second))
    #expect(JSONValue.object(layered.fields).json == expected)
  }
}
