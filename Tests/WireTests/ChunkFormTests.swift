import Testing

@testable import Wire

/// A chunk that has the form of the one before is not parsed.
///
/// Whether that changes anything is asked by reading it twice: as it is, and with a blank in front of it, which makes it
/// differ from any form.
@Suite struct ChunkFormTests {
  private static let first = chunk(clock: "1763600000", content: #""Hel""#)

  private static func chunk(clock: String = "1763600001", content: String, rest: String = "") -> String {
    #"{"id":"gen-1","created":\#(clock),"model":"a/b","choices":[{"index":0,"delta":{"role":"assistant","content":"#
      + #"\#(content)\#(rest)},"finish_reason":null}],"t":7}"#
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var first = ChunkFormTests.first
    var second: String
    var name = ""
  }

  static let rows = [
    Row(testDescription: "other text", second: chunk(content: #""lo, world""#)),
    Row(testDescription: "no text", second: chunk(content: #""""#)),
    Row(testDescription: "a quotation mark", second: chunk(content: #""say \"hi\"""#)),
    Row(testDescription: "a backslash at the end", second: chunk(content: #""C:\\""#)),
    Row(testDescription: "a surrogate pair, and half of one", second: chunk(content: #""\ud83d\ude00 \ud83d""#)),
    Row(testDescription: "what ends the text early", second: chunk(content: #""a","content":"b""#)),
    Row(testDescription: "text that looks like structure", second: chunk(content: #""},\"finish_reason\":\"stop\"""#)),
    Row(testDescription: "the beginning of a tag", second: chunk(content: #""<think>hm</think>x""#)),
    Row(testDescription: "null for text", second: chunk(content: "null")),
    Row(testDescription: "a number for text", second: chunk(content: "12")),
    Row(testDescription: "parts for text", second: chunk(content: #"[{"type":"text","text":"b"}]"#)),
    Row(testDescription: "reasoning too", second: chunk(content: #""""#, rest: #","reasoning":"hm""#)),
    Row(testDescription: "a refusal too", second: chunk(content: #""a""#, rest: #","refusal":"no""#)),
    Row(testDescription: "a clock of fewer digits", second: chunk(clock: "17", content: #""b""#)),
    Row(testDescription: "a clock before its time", second: chunk(clock: "-1.5e3", content: #""b""#)),
    Row(testDescription: "a clock that is null", second: chunk(clock: "null", content: #""b""#)),
    Row(testDescription: "a clock that is text", second: chunk(clock: #""1""#, content: #""b""#)),
    Row(testDescription: "a clock that is no JSON", second: chunk(clock: "1 2", content: #""b""#)),
    Row(testDescription: "no clock at all", second: chunk(clock: "", content: #""b""#)),
    Row(testDescription: "an end too early", second: String(chunk(content: #""b""#).dropLast())),
    Row(testDescription: "something behind its end", second: chunk(content: #""b""#) + "}"),
    Row(testDescription: "nothing", second: "{}"),
    Row(testDescription: "the error's event", second: chunk(content: #""b""#), name: "error"),
    Row(
      testDescription: "the error's code", first: #"{"error":429,"choices":[{"delta":{"content":"a"}}]}"#,
      second: #"{"error":500,"choices":[{"delta":{"content":"b"}}]}"#),
    Row(
      testDescription: "reasoning twice the same", first: chunk(content: #""a""#, rest: #","reasoning":"hm""#),
      second: chunk(content: #""b""#, rest: #","reasoning":"hm""#)),
    Row(
      testDescription: "reasoning as long as the text was",
      first: #"{"choices":[{"delta":{"content":"ab"}}]}"#, second: #"{"choices":[{"delta":{"reasoning":"ab"}}]}"#),
    Row(
      testDescription: "a tool call twice the same",
      first: chunk(content: #""a""#, rest: #","tool_calls":[{"index":0,"function":{"name":"f","arguments":"1"}}]"#),
      second: chunk(content: #""b""#, rest: #","tool_calls":[{"index":0,"function":{"name":"f","arguments":"1"}}]"#)),
    Row(
      testDescription: "tool calls without a word, which begin anew each time",
      first: #"{"choices":[{"delta":{"content":"a","tool_calls":[{"index":0,"id":"x"},{"index":0,"id":"y"}]}}]}"#,
      second: #"{"choices":[{"delta":{"content":"b","tool_calls":[{"index":0,"id":"x"},{"index":0,"id":"y"}]}}]}"#),
    Row(
      testDescription: "a second choice", first: #"{"choices":[{"delta":{"content":"a"}},{"index":1}]}"#,
      second: #"{"choices":[{"delta":{"content":"b"}},{"index":1}]}"#),
    Row(
      testDescription: "another choice", first: #"{"choices":[{"index":0,"delta":{"content":"a"}}]}"#,
      second: #"{"choices":[{"index":1,"delta":{"content":"b"}}]}"#),
    Row(
      testDescription: "an index that counts", first: #"{"choices":[{"index":0,"delta":{"content":"a"}}]}"#,
      second: #"{"choices":[{"index":1,"delta":{"content":"b"}}]}"#),
    Row(
      testDescription: "an image twice the same",
      first: #"{"choices":[{"delta":{"content":"a","images":[{"image_url":{"url":"data:,x"}}]}}]}"#,
      second: #"{"choices":[{"delta":{"content":"b","images":[{"image_url":{"url":"data:,x"}}]}}]}"#),
    Row(
      testDescription: "a piece of a function call twice the same",
      first: #"{"choices":[{"delta":{"content":"a","function_call":{"arguments":"1"}}}]}"#,
      second: #"{"choices":[{"delta":{"content":"b","function_call":{"arguments":"1"}}}]}"#),
    Row(
      testDescription: "a piece of a sound twice the same",
      first: #"{"choices":[{"delta":{"content":"a","audio":{"data":"AA"}}}]}"#,
      second: #"{"choices":[{"delta":{"content":"b","audio":{"data":"AA"}}}]}"#),
    Row(
      testDescription: "what ends reasoning that nothing began", second: chunk(content: #""lo</think>b""#)),
    Row(
      testDescription: "a whole message", first: #"{"choices":[{"message":{"content":"a"}}]}"#,
      second: #"{"choices":[{"message":{"content":"ab"}}]}"#),
    Row(
      testDescription: "its reason to end", first: #"{"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"#,
      second: #"{"choices":[{"delta":{"content":"b"},"finish_reason":"stop"}]}"#),
  ]

  private func reading(of row: Row, parsed: Bool) -> ChatReading {
    let name = row.name.isEmpty ? "" : "event: \(row.name)\n"
    return read(stream: [event(row.first), name + event((parsed ? " " : "") + row.second), stop, done])
  }

  @Test(arguments: rows)
  func `a chunk behind one of its like says what it says alone`(row: Row) {
    #expect(reading(of: row, parsed: false) == reading(of: row, parsed: true))
  }

  @Test func `whatever byte of it is another, it says what it says alone`() {
    let chunk = Array(Self.chunk(content: #""lo \" w""#).utf8)
    let others = Array("\"\\}],:0-e\u{0}".utf8) + [0xFF]
    for place in chunk.indices {
      for byte in others where chunk[place] != byte {
        var changed = chunk
        changed[place] = byte
        let (ours, alone) = (reading(of: changed), reading(of: [.space] + changed))
        #expect(ours == alone, "\(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  private func reading(of second: [UInt8]) -> ChatReading {
    var reader = ChatStreamReader()
    reader.read(Array(event(Self.first).utf8)[...], at: 100)
    reader.read((Array("data: ".utf8) + second + Array("\n\n".utf8))[...], at: 200)
    return reader.finish()
  }

  @Test(arguments: [
    (chunk(content: #""b""#), "b"), (chunk(clock: "-1.5", content: #""\u00e9\n""#), "é\n"),
    (chunk(content: #""""#), ""), (chunk(clock: "x", content: #""b""#), nil), (chunk(content: #""b"}"#), nil),
    (chunk(content: "null"), nil), ("", nil),
  ])
  func `a chunk that differs in text and clock alone need not be parsed`(chunk: String, text: String?) throws {
    let form = try #require(ChunkForm(JSONDocument(Array(Self.first.utf8)), carrying: 3))
    #expect(form.text(of: Array(chunk.utf8)) == text)
  }
}
