import Benchmark
import Testing
import Wire

/// METRICS.md's stamps; the pieces of a stream are stamped 100, 200, 300 and so on.
@Suite struct StampTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var pieces: [String]
    var token: Int64?
    var answer: Int64?
    var last: Int64?

    init(_ intent: String, _ pieces: [String], token: Int64?, answer: Int64?, last: Int64?) {
      testDescription = intent
      self.pieces = pieces
      self.token = token
      self.answer = answer
      self.last = last
    }
  }

  static let usage = event(#"{"choices":[],"usage":{"completion_tokens":3}}"#)

  static let notTokens = [
    Row("comments", [": a\n\n", ": b\n\n"], token: nil, answer: nil, last: nil),
    Row("a role", [chunk(#"{"role":"assistant","content":""}"#)], token: nil, answer: nil, last: nil),
    Row("null content", [chunk(#"{"content":null,"reasoning":null}"#)], token: nil, answer: nil, last: nil),
    Row("a finish reason", [stop, done], token: nil, answer: nil, last: nil),
    Row("usage", [usage], token: nil, answer: nil, last: nil),
    Row("an error", [event(#"{"error":{"message":"no"}}"#)], token: nil, answer: nil, last: nil),
    Row(
      "encrypted reasoning",
      [chunk(#"{"reasoning_details":[{"type":"reasoning.encrypted","data":"zzz"}]}"#)], token: nil, answer: nil,
      last: nil),
    Row(
      "a tool call without name and arguments", [chunk(#"{"tool_calls":[{"index":0,"id":"a","function":{}}]}"#)],
      token: nil, answer: nil, last: nil),
    Row("text behind [DONE]", [done, content("late")], token: nil, answer: nil, last: nil),
    Row(
      "text inside a broken event", [event(#"{"choices":[{"delta":{"content":"a"#)], token: nil, answer: nil, last: nil),
  ]

  static let tokens = [
    Row(
      "content behind comments and a role",
      [": a\n\n", chunk(#"{"role":"assistant","content":""}"#), content("a"), stop],
      token: 300, answer: 300, last: 300),
    Row(
      "reasoning, then content", [chunk(#"{"reasoning":"r"}"#), content("a"), content("b"), stop, usage, done],
      token: 100, answer: 200, last: 300),
    Row(
      "reasoning_content only", [stop, chunk(#"{"reasoning_content":"r"}"#), done], token: 200, answer: nil, last: 200),
    Row("a refusal", [chunk(#"{"refusal":"No."}"#)], token: 100, answer: 100, last: 100),
    Row(
      "a tool call's name, then its arguments",
      [
        chunk(#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":""}}]}"#),
        chunk(#"{"tool_calls":[{"index":0,"function":{"arguments":""}}]}"#),
        chunk(#"{"tool_calls":[{"index":0,"function":{"arguments":"{}"}}]}"#),
      ], token: 100, answer: 100, last: 300),
    Row(
      "text on the finish chunk", [content("a"), chunk(#"{"content":"b"}"#, finish: "stop"), done],
      token: 100, answer: 100, last: 200),
    Row("a blank is text", [content(" "), content("a")], token: 100, answer: 100, last: 200),
    Row(
      "an event completed by a later read", ["data: {\"choices\":[{\"delta\":{\"content\":", "\"a\"}}]}\n", "\n"],
      token: 300, answer: 300, last: 300),
    Row(
      "think tags", [content("<think>"), content("r"), content("</think>"), content("\\n"), content("a"), stop],
      token: 100, answer: 500, last: 500),
    Row(
      "tags split over pieces", [content("<th"), content("ink>r</thi"), content("nk>a")],
      token: 100, answer: 300, last: 300),
    Row(
      "what looked like a tag is answer from its start", [content("<th"), content("e")], token: 100, answer: 100,
      last: 200),
    Row("a tag that never closes", [content("<think>"), content("r"), done], token: 100, answer: nil, last: 200),
    Row("an answer that is only the start of a tag", [content("<"), done], token: 100, answer: 100, last: 100),
  ]

  @Test(arguments: notTokens + tokens)
  func `a stamp is that of its event's last read`(row: Row) {
    let reading = read(stream: row.pieces)
    #expect(reading.firstToken == row.token)
    #expect(reading.firstAnswer == row.answer)
    #expect(reading.lastToken == row.last)
  }

  @Test(arguments: notTokens + tokens)
  func `a first-token deadline asks the same question`(row: Row) {
    #expect(ChatResponse.holdsToken(Array(row.pieces.joined().utf8)) == (row.token != nil))
  }

  @Test func `reads count their text in UTF-8 bytes, once for each stamp`() {
    let reading = read(stream: [
      chunk(#"{"reasoning":"é","reasoning_details":[{"type":"reasoning.text","text":"é"}]}"#) + content("ab"),
      ": a\n\n",
      content("日") + chunk(#"{"refusal":"xy"}"#),
      chunk(#"{"tool_calls":[{"index":0,"function":{"name":"fn","arguments":"{}"}}]}"#),
      stop,
    ])
    #expect(reading.textReads == [.init(at: 100, bytes: 4), .init(at: 300, bytes: 5), .init(at: 400, bytes: 4)])
  }

  @Test func `bytes behind the last read carry its stamp`() {
    let body = Array((content("a") + content("b")).utf8)
    let reading = ChatResponse.read(
      status: 200, headers: [], body: body, reads: [(at: 7, end: content("a").utf8.count)], streamed: true,
      complete: true)
    #expect(reading.textReads == [.init(at: 7, bytes: 2)])
  }

  @Test func `JSON has no stamps, whatever was due`() {
    let reading = read(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#, streamed: true)
    #expect(reading.answer == "a")
    #expect(reading.outcome == .ok)
    #expect(reading.firstToken == nil && reading.firstAnswer == nil && reading.lastToken == nil)
    #expect(reading.textReads.isEmpty)
    #expect(reading.notes.contains("JSON came where an event stream was due: no time to first token"))
  }

  @Test func `no token is held by JSON, HTML or nothing`() {
    for body in ["", "\n  \n", #"{"choices":[{"message":{"content":"a"}}]}"#, "<html>data: x</html>"] {
      #expect(!ChatResponse.holdsToken(Array(body.utf8)))
    }
  }
}
