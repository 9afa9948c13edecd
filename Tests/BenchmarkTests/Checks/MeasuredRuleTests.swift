import Benchmark
import Foundation
import Testing

/// Rules about what was measured and called, not about what was said.
@Suite struct MeasuredRuleTests {
  private static let judged = CheckInput(
    "It is sunny.",
    toolCalls: [
      ToolCall(id: "1", name: "weather", arguments: #"{"city":"Paris","days":2,"where":{"lat":1,"lon":2.0}}"#),
      ToolCall(id: "2", name: "weather", arguments: #"{"city":"Lyon"}"#),
      ToolCall(name: "time", arguments: "{not JSON"),
    ],
    finishReason: "stop", timeToFirstToken: 420.4, latency: 2_000, completionTokens: 120, reasoningTokens: 80,
    answerTokens: 40, totalTokens: 150, cost: 0.002)

  // SAD PATH

  @Test(arguments: [
    (#""type":"ttft","max":"400ms""#, "expected an answer that begins within 400ms; found 420ms"),
    (#""type":"latency","max":"1.5s""#, "expected an answer that is complete within 1500ms; found 2000ms"),
    (#""type":"tokens","max":100"#, "expected an answer that has at most 100 completion tokens; found 120"),
    (
      #""type":"tokens","max":10,"of":"reasoning""#, "expected an answer that has at most 10 reasoning tokens; found 80"
    ),
    (#""type":"tokens","max":149,"of":"total""#, "expected an answer that has at most 149 total tokens; found 150"),
    (#""type":"cost","max":0.001"#, "expected an answer that costs at most $0.0010; found $0.0020"),
    (
      #""type":"finish_reason","values":["length","tool_calls"]"#,
      "expected an answer that ends with the finish reason \"length\" or \"tool_calls\"; found \"stop\""
    ),
    (
      #""type":"tool_called","name":"news""#,
      "expected an answer that calls news; found weather({\"city\":\"Paris\",\"days\":2,\"where\":{\"lat\":1,\"lon\":2.0}}), "
        + "weather({\"city\":\"Lyon\"}), time({not JSON)"
    ),
    (
      #""type":"tool_called","name":"time","arguments":{}"#,
      "expected an answer that calls time with {}; found weather({\"city\":\"Paris\",\"days\":2,\"where\":{\"lat\":1,"
        + "\"lon\":2.0}}), weather({\"city\":\"Lyon\"}), time({not JSON)"
    ),
  ])
  func `what was measured and is too much is shown`(check: String, reason: String) throws {
    #expect(try Check.verdict("{\(check)}", on: Self.judged) == reason)
  }

  @Test(
    arguments: [
      (#""arguments":{"city":"Nice"}"#, 0), (#""arguments":{"where":{"lat":3}}"#, 0),
      (#""arguments":{"city":"Paris","country":"FR"}"#, 0), (#""times":1"#, 0), (#""times":3"#, 0), (#""min":3"#, 0),
      (#""max":1"#, 0), (#""max":0"#, 0), (#""min":1,"max":1"#, 0),
      (#""min":2"#, 1), (#""min":1,"max":3"#, 1), (#""max":2"#, 1), (#""arguments":{"city":"Lyon"},"max":1"#, 1),
      (#""arguments":{"city":"Paris","days":2.0,"where":{"lon":2}}"#, 1), (#""times":2"#, 1),
      (#""arguments":{"city":"Lyon"},"times":1"#, 1),
    ] as [(String, Double)])
  func `a call counts when its arguments hold what is asked for`(more: String, score: Double) throws {
    let check = try Check.reading("{\"type\":\"tool_called\",\"name\":\"weather\",\(more)}")
    #expect(check.judge(Self.judged).score == score)
  }

  @Test(arguments: [
    (#""type":"ttft","max":"1s""#, "the time to first token is not known"),
    (#""type":"latency","max":"1s""#, "the latency is not known"),
    (#""type":"tokens","max":1,"of":"reasoning""#, "the server did not count the reasoning tokens"),
    (#""type":"cost","max":1"#, "the server did not say what it cost"),
    (#""type":"finish_reason","value":"stop","not":true"#, "the server gave no finish reason"),
    (#""type":"length","unit":"tokens","max":1"#, "nobody counted the tokens"),
  ])
  func `what was not measured is not graded, and no failure`(check: String, reason: String) throws {
    let result = try Check.reading("{\(check)}").judge(CheckInput("a"))
    #expect(result.passed == nil)
    #expect(result.score == nil)
    #expect(result.reason == "not graded: \(reason)")
  }

  @Test(arguments: [
    (#"["weather","time"]"#, "passed"), (#"["weather","weather","time"]"#, "passed"), (#"["time"]"#, "passed"),
    (#"["time","weather"]"#, "expected an answer that calls time, then weather; found "),
    (#"["weather","weather","weather"]"#, "expected an answer that calls weather, then weather, then weather; found "),
    (#"["news"]"#, "expected an answer that calls news; found "),
  ])
  func `tools are called one after the other`(order: String, verdict: String) throws {
    let found = try Check.verdict(#"{"type":"tool_called","order":\#(order)}"#, on: Self.judged)
    #expect(found.hasPrefix(verdict), "it said: \(found)")
  }

  @Test(arguments: [
    (#""times":1"#, "calls news once"), (#""min":1"#, "calls news at least once"),
    (#""max":2"#, "calls news at most 2 times"),
    (#""min":2,"max":3"#, "calls news 2 to 3 times"), (#""min":2,"max":2"#, "calls news 2 times"),
  ])
  func `how often a tool is to be called is said`(more: String, words: String) throws {
    #expect(try Check.reading("{\"type\":\"tool_called\",\"name\":\"news\",\(more)}").words == words)
  }

  @Test func `a call that was not made is said`() throws {
    #expect(
      try Check.verdict(#"{"type":"tool_called","name":"news"}"#, on: CheckInput("a"))
        == "expected an answer that calls news; found no call")
    #expect(try Check.verdict(#"{"type":"tool_called","name":"news","times":0}"#, on: CheckInput("a")) == "passed")
  }

  // HAPPY PATH

  @Test(arguments: [
    #""type":"ttft","max":"500ms""#, #""type":"latency","max":"2s""#, #""type":"tokens","max":120"#,
    #""type":"tokens","max":80,"of":"reasoning""#, #""type":"cost","max":0.002"#,
    #""type":"finish_reason","value":"stop""#, #""type":"tool_called","name":"time""#,
  ])
  func `what was measured and is little enough passes`(check: String) throws {
    #expect(try Check.verdict("{\(check)}", on: Self.judged) == "passed")
  }

  @Test(arguments: [
    ("MAX_TOKENS", "length", true), ("STOP", "stop", true), ("end_turn", "stop", true), ("end_turn", "end_turn", true),
    ("SAFETY", "content_filter", true), ("MAX_TOKENS", "stop", false), ("stop", "end_turn", false),
    ("a word of its own", "stop", false),
  ])
  func `a finish reason is known in the server's spelling and in the usual one`(
    said: String, asked: String, passes: Bool
  )
    throws
  {
    let check = try Check.reading("{\"type\":\"finish_reason\",\"value\":\"\(asked)\"}")
    let result = check.judge(CheckInput("a", finishReason: said))
    #expect(result.passed == passes)
    if !passes { #expect(result.reason?.hasSuffix("found \"\(said)\"") == true) }
  }

  @Test(arguments: ["", " \n"])
  func `a call without arguments has an empty object, in older journals too`(arguments: String) throws {
    let journaled = Data(#"{"name":"now","arguments":"\#(arguments.isEmpty ? "" : " \\n")"}"#.utf8)
    for call in [ToolCall(name: "now", arguments: arguments), try JSONDecoder().decode(ToolCall.self, from: journaled)]
    {
      #expect(call.arguments == "{}")
    }
  }

  @Test(arguments: [#""type":"contains","value":"a""#, #""type":"contains","value":"z","not":true"#, #""type":"json""#])
  func `nothing is found out of an answer that lost words on its way`(check: String) throws {
    let result = try Check.reading("{\(check)}").judge(CheckInput("a", outcome: .damaged))
    #expect(result.passed == nil)
    #expect(result.score == nil)
    #expect(result.reason == "not graded: the stream was damaged, and words are missing")
  }

  @Test func `an attempt tells all that can be judged of it, a latency unless the machine slept`() {
    var attempt = AttemptRecord(
      session: 0, trial: 0, prompt: "p", contestant: "c", repetition: 1, wall: "",
      timeline: Timeline(
        queued: 0, admitted: 0, sent: 1_000_000, firstToken: 3_000_000, lastToken: 6_000_000, ended: 9),
      requestedModel: "m", finishReason: "stop",
      usage: Usage(promptTokens: 1, completionTokens: 5, totalTokens: 6, reasoningTokens: 2, cost: 0.5), answer: "a",
      toolCalls: [ToolCall(name: "t", arguments: "{}")], outcome: Outcome(.length))
    let judged = CheckInput(
      "a", toolCalls: [ToolCall(name: "t", arguments: "{}")], finishReason: "stop", outcome: .length,
      timeToFirstToken: 2, latency: 5, completionTokens: 5, reasoningTokens: 2, answerTokens: 3, totalTokens: 6,
      cost: 0.5)
    #expect(CheckInput([attempt]) == judged)
    attempt.suspended = true
    #expect(CheckInput([attempt])?.latency == nil)
    #expect(CheckInput([attempt])?.timeToFirstToken == nil)
    #expect(CheckInput([]) == nil)
  }
}
