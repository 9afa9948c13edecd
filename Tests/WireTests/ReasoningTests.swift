import Testing
import Wire

@Suite struct ReasoningTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var deltas: [String]
    var text: String
    var visibility: ChatReading.ReasoningVisibility
  }

  static let rows = [
    Row(testDescription: "none", deltas: [#"{"content":"a","reasoning":null}"#], text: "", visibility: .none),
    Row(
      testDescription: "the same text under three names",
      deltas: [
        #"{"reasoning":"r","reasoning_content":"r","reasoning_details":[{"type":"reasoning.text","text":"r"}]}"#
      ], text: "r", visibility: .shown),
    Row(
      testDescription: "details alone",
      deltas: [#"{"reasoning":"","reasoning_details":[{"type":"reasoning.text","text":"r"}]}"#],
      text: "r", visibility: .shown),
    Row(
      testDescription: "a summary",
      deltas: [#"{"reasoning":"s","reasoning_details":[{"type":"reasoning.summary","summary":"s"}]}"#],
      text: "s", visibility: .summarised),
    Row(
      testDescription: "a summary in the details alone",
      deltas: [#"{"reasoning_details":[{"type":"reasoning.summary","summary":"s"}]}"#], text: "s",
      visibility: .summarised),
    Row(
      testDescription: "encrypted",
      deltas: [#"{"reasoning":null,"reasoning_details":[{"type":"reasoning.encrypted","data":"z"}]}"#],
      text: "", visibility: .hidden),
    Row(
      testDescription: "shown, with an encrypted rest",
      deltas: [#"{"reasoning":"r"}"#, #"{"reasoning_details":[{"type":"reasoning.encrypted","data":"z"}]}"#], text: "r",
      visibility: .shown),
    Row(
      testDescription: "parts of content",
      deltas: [#"{"content":[{"type":"thinking","thinking":"r"},{"type":"text","text":"a"}]}"#],
      text: "r", visibility: .shown),
    Row(
      testDescription: "wrong types", deltas: [#"{"reasoning":7,"reasoning_details":"x"}"#], text: "", visibility: .none
    ),
  ]

  @Test(arguments: rows)
  func `reasoning is read once, and how much of it was seen`(row: Row) {
    let reading = read(stream: row.deltas.map { chunk($0) } + [stop, done])
    #expect(reading.reasoning == row.text)
    #expect(reading.visibility == row.visibility)
  }

  @Test func `reasoning that is only counted is hidden`() {
    let usage = event(#"{"usage":{"completion_tokens":9,"completion_tokens_details":{"reasoning_tokens":8}}}"#)
    #expect(read(stream: [content("a"), stop, usage, done]).visibility == .hidden)
  }
}
