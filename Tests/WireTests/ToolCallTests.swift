import Benchmark
import Testing
import Wire

@Suite struct ToolCallTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var fragments: [String]
    var calls: [ChatReading.ToolCall]
  }

  static let rows = [
    Row(testDescription: "not calls", fragments: ["7", "null", #""f""#], calls: []),
    Row(
      testDescription: "joined by index",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":""}}"#,
        #"{"index":1,"id":"b","function":{"name":"g","arguments":"["}}"#,
        #"{"index":0,"function":{"arguments":"{}"}}"#, #"{"index":1,"function":{"arguments":"]"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: "{}"), .init(id: "b", name: "g", arguments: "[]")]),
    Row(
      testDescription: "a new id at a used index",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":"1"}}"#,
        #"{"index":0,"id":"b","function":{"name":"f","arguments":"2"}}"#,
        #"{"index":0,"function":{"arguments":"3"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: "1"), .init(id: "b", name: "f", arguments: "23")]),
    Row(
      testDescription: "an id that changes within a call",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":""}}"#,
        #"{"index":0,"id":"b","function":{"arguments":"{\"x\":"}}"#,
        #"{"index":0,"id":"c","function":{"arguments":"1}"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: #"{"x":1}"#)]),
    Row(
      testDescription: "an id that changes beside a name that does not",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":"}}"#,
        #"{"index":0,"id":"b","function":{"name":"f","arguments":"1}"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: #"{"x":1}"#)]),
    Row(
      testDescription: "a second call at the same index, whose tail comes under the next",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":\"}\"}"}}"#,
        #"{"index":0,"id":"b","function":{"name":"f","arguments":""}}"#,
        #"{"index":1,"function":{"arguments":"{\"x\":"}}"#, #"{"index":1,"function":{"arguments":"2}"}}"#,
      ],
      calls: [
        .init(id: "a", name: "f", arguments: #"{"x":"}"}"#), .init(id: "b", name: "f", arguments: #"{"x":2}"#),
      ]),
    Row(
      testDescription: "calls without arguments, all at one index",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":""}}"#,
        #"{"index":0,"id":"b","function":{"name":"f","arguments":""}}"#,
        #"{"index":0,"id":"c","function":{"name":"g","arguments":""}}"#,
      ],
      calls: [
        .init(id: "a", name: "f", arguments: "{}"), .init(id: "b", name: "f", arguments: "{}"),
        .init(id: "c", name: "g", arguments: "{}"),
      ]),
    Row(
      testDescription: "whole calls at one index, without ids",
      fragments: [
        #"{"index":0,"function":{"name":"f","arguments":"{\"x\":1}"}}"#,
        #"{"index":0,"function":{"name":"f","arguments":"{\"x\":2}"}}"#,
      ], calls: [.init(name: "f", arguments: #"{"x":1}"#), .init(name: "f", arguments: #"{"x":2}"#)]),
    Row(
      testDescription: "one id for two calls, told apart by index",
      fragments: [
        #"{"index":0,"id":"x","function":{"name":"f","arguments":"{"}}"#,
        #"{"index":1,"id":"x","function":{"name":"g","arguments":"["}}"#,
        #"{"index":1,"id":"x","function":{"arguments":"]"}}"#, #"{"index":0,"id":"x","function":{"arguments":"}"}}"#,
      ], calls: [.init(id: "x", name: "f", arguments: "{}"), .init(id: "x", name: "g", arguments: "[]")]),
    Row(
      testDescription: "blank arguments",
      fragments: [#"{"index":0,"id":"a","function":{"name":"f","arguments":" \n"}}"#],
      calls: [.init(id: "a", name: "f", arguments: "{}")]),
    Row(
      testDescription: "the same id and name on every fragment",
      fragments: [
        #"{"index":0,"id":"a","function":{"name":"f","arguments":"1"}}"#,
        #"{"index":0,"id":"a","function":{"name":"f","arguments":"2"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: "12")]),
    Row(
      testDescription: "an id that comes late",
      fragments: [#"{"index":0,"function":{"name":"f"}}"#, #"{"index":0,"id":"a","function":{"arguments":"1"}}"#],
      calls: [.init(id: "a", name: "f", arguments: "1")]),
    Row(
      testDescription: "no index",
      fragments: [
        #"{"id":"a","function":{"name":"f","arguments":"1"}}"#, #"{"function":{"arguments":"2"}}"#,
        #"{"id":"b","function":{"name":"g","arguments":"3"}}"#, #"{"id":"a","function":{"arguments":"4"}}"#,
      ], calls: [.init(id: "a", name: "f", arguments: "124"), .init(id: "b", name: "g", arguments: "3")]),
    Row(
      testDescription: "neither index nor id",
      fragments: [#"{"function":{"name":"f","arguments":"1"}}"#, #"{"function":{"name":"g","arguments":"2"}}"#],
      calls: [.init(name: "f", arguments: "1"), .init(name: "g", arguments: "2")]),
    Row(
      testDescription: "no arguments", fragments: [#"{"index":0,"id":"a","function":{"name":"f"}}"#],
      calls: [.init(id: "a", name: "f", arguments: "{}")]),
    Row(
      testDescription: "arguments as an object",
      fragments: [#"{"index":0,"function":{"name":"f","arguments":{"x":[1]}}}"#],
      calls: [.init(name: "f", arguments: #"{"x":[1]}"#)]),
    Row(
      testDescription: "no function", fragments: [#"{"index":0,"id":"a"}"#],
      calls: [.init(id: "a", name: "", arguments: "{}")]),
  ]

  @Test(arguments: rows)
  func `fragments of tool calls are joined`(row: Row) {
    let deltas = row.fragments.map { chunk(#"{"tool_calls":[\#($0)]}"#) }
    let reading = read(stream: deltas + [stop, done])
    #expect(reading.toolCalls == row.calls)
    #expect(reading.outcome == (row.calls.isEmpty ? .empty : .ok))
  }

  @Test func `without streaming a call without arguments has an empty object`() {
    let call = #"{"id":"c","type":"function","function":{"name":"now","arguments":""}}"#
    let reading = read(
      #"{"choices":[{"message":{"content":null,"tool_calls":[\#(call)]},"finish_reason":"tool_calls"}]}"#)
    #expect(reading.toolCalls == [.init(id: "c", name: "now", arguments: "{}")])
  }

  @Test func `a function call in the older form is a call`() {
    let fragments = [#"{"name":"f","arguments":"{\"x\":"}"#, #"{"name":"f","arguments":"1"}"#, #"{"arguments":"}"}"#]
    let streamed = read(stream: fragments.map { chunk(#"{"function_call":\#($0)}"#) } + [stop, done])
    let whole = read(
      #"{"choices":[{"message":{"function_call":{"name":"f","arguments":"{\"x\":1}"}},"finish_reason":"function_call"}]}"#
    )
    for reading in [streamed, whole] {
      #expect(reading.toolCalls == [.init(name: "f", arguments: #"{"x":1}"#)])
      #expect(reading.outcome == .ok)
    }
    #expect(streamed.firstToken == 100)
    #expect(streamed.firstAnswer == 100)
  }

  @Test func `where both forms of a call come, one is read`() {
    let both =
      #"{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}],"function_call":{"name":"f","arguments":"{}"}}"#
    #expect(read(stream: [chunk(both), stop, done]).toolCalls == [.init(id: "a", name: "f", arguments: "{}")])
  }
}
