import Benchmark
import Testing
import Wire

/// Streams as odd servers send them, read in every way: whatever pieces they come in, and with every event parsed in full
/// instead of recognised by the form of the one before.
@Suite struct OddStreamTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var events: [String]
    var answer: String
    var reasoning = ""
    var outcome = OutcomeClass.ok
  }

  private static func choice(_ index: Int, _ delta: String, _ reason: String = "null") -> String {
    #"{"created":17,"choices":[{"index":\#(index),"delta":\#(delta),"finish_reason":\#(reason)}]}"#
  }

  private static func text(_ text: String, at index: Int = 0) -> String { choice(index, #"{"content":"\#(text)"}"#) }
  private static let end = choice(0, "{}", #""stop""#)

  static let rows = [
    Row(
      testDescription: "an index that counts chunks",
      events: [text("a", at: 0), text("b", at: 1), text("c", at: 2), choice(3, "{}", #""stop""#)], answer: "abc"),
    Row(
      testDescription: "two choices, told apart late",
      events: [text("a", at: 0), text("x", at: 1), text("y", at: 1), text("b", at: 0), text("c", at: 0), end],
      answer: "abc"),
    Row(
      testDescription: "reasoning that nothing opened",
      events: [text("Lyon? "), text("No.\\n"), text("</thi"), text("nk>"), text("\\n\\nParis"), text("."), end],
      answer: "Paris.", reasoning: "Lyon? No.\n"),
    Row(
      testDescription: "two blocks of reasoning",
      events: [text("<think>a</think>\\n<thi"), text("nk>b</"), text("think>c"), text("d"), end], answer: "cd",
      reasoning: "ab"),
    Row(
      testDescription: "a broken event between its like",
      events: [text("a"), text("b"), #"{"created":17,"choices":[{"index":0,"delta":{"content":"c"#, text("d"), end],
      answer: "abd", outcome: .damaged),
    Row(
      testDescription: "a broken event behind a reason on every chunk",
      events: [
        choice(0, #"{"content":"a"}"#, #""stop""#), choice(0, #"{"content":"b"}"#, #""stop""#), "{",
        choice(0, #"{"content":"c"}"#, #""stop""#),
      ], answer: "abc", outcome: .damaged),
    Row(
      testDescription: "an image on each of two chunks",
      events: [
        choice(0, #"{"content":"a","images":[{"image_url":{"url":"data:image/png;base64,AAAA"}}]}"#),
        choice(0, #"{"content":"b","images":[{"image_url":{"url":"data:image/png;base64,AAAA"}}]}"#), end,
      ], answer: "ab"),
    Row(
      testDescription: "a function call beside text",
      events: [
        choice(0, #"{"content":"a","function_call":{"name":"f","arguments":"1"}}"#),
        choice(0, #"{"content":"b","function_call":{"arguments":"1"}}"#), end,
      ], answer: "ab"),
    Row(
      testDescription: "text read as JSON between text",
      events: [text("a"), choice(0, #"{"content":{"b":1}}"#), text("c"), end],
      answer: #"a{"b":1}c"#),
  ]

  @Test(arguments: rows)
  func `an odd stream reads the same in every way`(row: Row) {
    let body = Array((row.events + ["[DONE]"]).map(event).joined().utf8)
    let whole = read(pieces: [body]).withoutStamps
    #expect(whole.answer == row.answer)
    #expect(whole.reasoning == row.reasoning)
    #expect(whole.outcome == row.outcome)
    #expect(read(stream: row.events.map { event(" " + $0) } + [done]).withoutStamps == whole)
    #expect(read(pieces: body.map { [$0] }).withoutStamps == whole)
    for cut in body.indices.dropFirst() {
      #expect(read(pieces: [Array(body[..<cut]), Array(body[cut...])]).withoutStamps == whole)
    }
  }
}

extension ChatReading {
  fileprivate var withoutStamps: ChatReading {
    var reading = self
    (reading.firstToken, reading.firstAnswer, reading.lastToken) = (nil, nil, nil)
    reading.textReads = []
    return reading
  }
}
