import Foundation
import Testing

@testable import Simulator

/// Calls of tools, and what becomes of their results.
struct ToolTests {
  static let badger = "sim/steady-badger-24b:free"
  static let coder = "papertrail/fence-coder-7b:free"
  static let drift = "tidewater/drift-9b:free"

  static let weather = """
    {"type":"function","function":{"name":"get_weather","description":"Tells the weather of a city.","parameters":\
    {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}
    """
  static let clock = #"{"type":"function","function":{"name":"get_time","description":"Tells the hour."}}"#
  static let tools = #","tools":[\#(clock),\#(weather)]"#

  private func ask(
    _ prompt: String = "Please tell me the weather in Oslo.", of model: String = badger, stream: Bool = true,
    more: String = tools
  ) throws -> RawResponse {
    try Bench().post(Bench.chat(model, prompt, stream: stream, more: more))
  }

  @Test(arguments: [true, false])
  func `a tool that has to do with the question is called, with what the question names`(stream: Bool) throws {
    let response = try ask(stream: stream)
    #expect(try response.calls() == [ToolCall(name: "get_weather", arguments: #"{"city":"Oslo"}"#)])
    #expect(try response.content() == "")
    let last = try stream ? response.answers().last : response.answer()
    #expect(last?.choices[0].finish_reason == "tool_calls")
  }

  @Test func `a question of something else is answered without a tool`() throws {
    let response = try ask("Please write about rivers.")
    #expect(try response.calls() == [])
    #expect(try !response.content().isEmpty)
  }

  @Test(arguments: [(badger, 2), (drift, 1)])
  func `several things are asked for at once by models that can`(model: String, count: Int) throws {
    let prompt = "Please tell me the weather in Oslo and in Porto."
    let calls = try ask(prompt, of: model).calls()
    #expect(calls.map(\.arguments) == Array([#"{"city":"Oslo"}"#, #"{"city":"Porto"}"#].prefix(count)))
    #expect(try ask(prompt, more: Self.tools + #","parallel_tool_calls":false"#).calls().count == 1)
  }

  @Test func `arguments come in fragments, after the name`() throws {
    let chunks = try ask().events.filter { $0.contains("tool_calls\":[") }
    let pattern =
      #/"delta":\{"content":null,"role":"assistant","tool_calls":\[\{"index":0,"id":"call_\w{12}","type":"function","function":\{"name":"get_weather","arguments":""\}\}\]\}/#
    #expect(try pattern.firstMatch(in: chunks[0]) != nil)
    #expect(chunks.count > 2)
    #expect(chunks.dropFirst().allSatisfy { $0.contains(#""tool_calls":[{"index":0,"function":{"arguments":""#) })
  }

  @Test func `some servers send a call whole`() throws {
    let chunks = try ask(of: Self.coder).events.filter { $0.contains("tool_calls\":[") }
    #expect(chunks.count == 1)
    #expect(chunks[0].contains(#"{"name":"get_weather","arguments":"{\"city\":\"Oslo\"}"}"#))
  }

  @Test(arguments: [
    (#""none""#, []), (#""auto""#, ["get_weather"]), (#""required""#, ["get_weather"]),
    (#"{"type":"function","function":{"name":"get_time"}}"#, ["get_time"]),
  ])
  func `the choice of tools is kept to`(choice: String, names: [String]) throws {
    #expect(try ask(more: Self.tools + #","tool_choice":\#(choice)"#).calls().map(\.name) == names)
  }

  @Test func `a tool without parameters is called with an empty object`() throws {
    #expect(try ask("Which hour is it?").calls() == [ToolCall(name: "get_time", arguments: "{}")])
  }

  @Test func `a call that the limit cuts is told by the reason`() throws {
    let response = try ask(more: Self.tools + #","max_tokens":3"#)
    #expect(try response.calls()[0].arguments.count < #"{"city":"Oslo"}"#.count)
    #expect(try response.answers().last?.choices[0].finish_reason == "length")
    #expect(try response.answers().last?.usage?.completion_tokens == 3)
  }

  /// The conversation after a call, with the tool's answer.
  private func answer(_ result: String, choice: String = "auto") throws -> RawResponse {
    let text = String(decoding: JSON.string(result).bytes, as: UTF8.self)
    return try Bench().post(
      """
      {"model":"\(Self.badger)","stream":true,"messages":[
      {"role":"user","content":"Please tell me the weather in Oslo."},
      {"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function",
        "function":{"name":"get_weather","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},
      {"role":"tool","tool_call_id":"a","content":\(text)}]\(Self.tools),"tool_choice":"\(choice)"}
      """)
  }

  @Test(arguments: [
    (#"{"sky":"clear","wind":{"speed_ms":4}}"#, "This is what I found: sky clear, speed ms 4."),
    (#"[{"day":"Mon","max":-2.5},{"day":"Tue","max":1}]"#, "This is what I found: day Mon, max -2.5, day Tue, max 1."),
    ("It rains.", "This is what I found: It rains."),
    (#"{"error":"no such city"}"#, "That did not work: no such city."),
    ("{}", "The tool found nothing."),
  ])
  func `results end in an answer that uses them`(result: String, text: String) throws {
    #expect(try answer(result).content() == text)
    #expect(try answer(result).calls() == [])
  }

  @Test func `who must call a tool calls it again and again`() throws {
    #expect(try answer("{}", choice: "required").calls().count == 1)
  }

  @Test func `calls are the same for the same conversation, and their ids differ from asking to asking`() throws {
    func ids(_ bench: borrowing Bench) throws -> [String] {
      try bench.post(Bench.chat(Self.badger, "The weather in Oslo?", more: Self.tools)).answers()
        .flatMap(\.choices).flatMap { $0.delta?.tool_calls ?? [] }.compactMap(\.id)
    }
    let bench = try Bench()
    let first = try ids(bench)
    #expect(try ids(Bench()) == first)
    #expect(try ids(bench) != first)
  }
}
