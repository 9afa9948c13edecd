import Benchmark
import Testing
import Wire

@Suite struct HostileJSONTests {
  static let notJSON = [
    "", "{", "}", "{]", "[}", "[1,]", "[,1]", "[1 2]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a" 1}"#,
    #"{"a":1"b":2}"#, "tru", "nul", "True", "+1", ".5", "-", "'a'", #""a"#, #""a\"#, #"{"a":1}}"#, "{} {}", "undefined",
  ]

  @Test(arguments: notJSON)
  func `what is not JSON is counted, and damage where it begins like JSON`(text: String) {
    let broken = "data: " + text + "\n\n"
    let reading = read(stream: [content("a"), broken, content("b"), stop, done])
    #expect(reading.answer == "ab")
    #expect(reading.badJSON == (text.isEmpty ? 0 : 1))
    #expect(reading.outcome == (text.hasPrefix("{") || text.hasPrefix("[") ? .damaged : .ok))
  }

  static let noAnswers = [
    "{}", "[]", "null", "7", #""text""#, "NaN", #"{"choices":null}"#, #"{"choices":{}}"#,
    #"{"choices":[null,7,"x",[]]}"#,
    #"{"choices":[{}]}"#, #"{"choices":[{"delta":null}]}"#, #"{"choices":[{"delta":"x"}]}"#,
    #"{"choices":[{"delta":{"content":7}}]}"#, #"{"choices":[{"delta":{"content":{}}}]}"#,
    #"{"choices":[{"delta":{"content":[null,7,[],{},{"type":"text"},{"type":"thinking"},{"type":7}]}}]}"#,
    #"{"choices":[{"delta":{"tool_calls":{}}}]}"#, #"{"choices":[{"delta":{"refusal":{}}}]}"#,
    #"{"choices":[{"index":"0","finish_reason":{},"delta":{}}]}"#, #"{"choices":[{"index":1e300,"delta":{}}]}"#,
    #"{"usage":[],"model":{},"id":null,"provider":7,"x_groq":null}"#, #"{"logprobs":[NaN,-Infinity,Infinity]}"#,
    #"{"error":null,"choices":[{"error":null}]}"#,
  ]

  @Test(arguments: noAnswers)
  func `values of the wrong type are as good as absent`(text: String) {
    let reading = read(stream: [content("a"), event(text), content("b"), stop, done])
    #expect(reading.answer == "ab")
    #expect(reading.badJSON == 0)
    #expect(reading.outcome == .ok)
    #expect(reading.textReads == [.init(at: 100, bytes: 1), .init(at: 300, bytes: 1)])
  }

  static let escapes = [
    #"\"\\\/\b\f\n\r\t"#: "\"\\/\u{8}\u{c}\n\r\t", #"\u00e9\u65e5"#: "é日", #"\ud83d\ude00"#: "😀",
    #"\u0000"#: "\0", #"\ud83d"#: "\u{fffd}", #"\ude00"#: "\u{fffd}", #"\ud83dx"#: "\u{fffd}x",
    #"\ud83d\n"#: "\u{fffd}\n", #"\ud83d\ud83d\ude00"#: "\u{fffd}😀", #"\ud83d\u0041"#: "\u{fffd}A",
    #"\x"#: "\u{fffd}", #"\u12"#: "\u{fffd}12", #"\uzzzz"#: "\u{fffd}zzzz",
  ]

  @Test(arguments: escapes.keys)
  func `escapes are undone, and those that mean nothing replaced`(text: String) {
    #expect(read(stream: [content(text), stop, done]).answer == Self.escapes[text])
  }

  @Test func `names may be escaped too`() {
    let text = event(#"{"\u0063hoices":[{"delta":{"c\u006fntent":"a"}}]}"#)
    #expect(read(stream: [text, stop, done]).answer == "a")
  }

  @Test func `the first of two equal names is read`() {
    #expect(read(stream: [chunk(#"{"content":"a","content":"b"}"#), stop, done]).answer == "a")
  }

  @Test func `broken UTF-8 becomes U+FFFD, wherever it is cut`() {
    let bytes = Array(content("").utf8)
    let middle = bytes.firstIndex(of: UInt8(ascii: "\"")) ?? 0
    #expect(middle > 0)
    for broken: [UInt8] in [[0xC3], [0xFF], [0xE2, 0x82], [0xED, 0xA0, 0xBD], [0xF0, 0x9F]] {
      let text = Array(#"data: {"choices":[{"delta":{"content":"a"#.utf8) + broken + Array("b\"}}]}\n\n".utf8)
      let reading = read(pieces: text.map { [$0] } + [Array((stop + done).utf8)])
      #expect(reading.answer == String(decoding: Array("a".utf8) + broken + Array("b".utf8), as: UTF8.self))
      #expect(reading.outcome == .ok)
    }
  }

  @Test(arguments: [511, 512, 513, 1_000_000])
  func `nesting costs no stack, and beyond 512 levels is not read`(depth: Int) {
    let arrays = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    let reading = read(stream: [content("a"), event(#"{"x":\#(arrays)}"#), stop, done])
    #expect(reading.answer == "a")
    #expect(reading.badJSON == (depth > 512 ? 1 : 0))
    #expect(read(#"{"x":\#(arrays)}"#).outcome == .badResponse)
    let objects = String(repeating: #"{"error":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(read(objects, status: 500).outcome == .http5xx)
  }

  @Test func `an endless list of values is not read`() {
    let body = #"{"choices":[\#(String(repeating: "0,", count: 1 << 22))0]}"#
    #expect(read(body).notes == ["the JSON cannot be read"])
  }
}
