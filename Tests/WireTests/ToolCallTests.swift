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
    #expect(reading.verdict == (row.calls.isEmpty ? .empty : .ok))
  }
}
