import Testing
import Wire

@Suite struct EventStreamParserTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var stream: [UInt8]
    var events: [String]

    init(_ intent: String, _ stream: String, _ events: [String]) {
      self.init(intent, Array(stream.utf8), events)
    }

    init(_ intent: String, _ stream: [UInt8], _ events: [String]) {
      testDescription = intent
      self.stream = stream
      self.events = events
    }
  }

  static let rows = [
    Row("nothing", "", []),
    Row("blank lines only", "\n\r\n\r\n\n", []),
    Row("comments only", ": one\n\n:\n\n", []),
    Row("an event without data is none", "event: ping\nid: 7\n\n", []),
    Row("a field of another name is skipped", "foo: bar\ndata: a\ndatabase: b\n\n", ["a"]),
    Row("an empty data line is an event", "data:\n\n", [""]),
    Row("a data line without a colon is empty", "data\n\n", [""]),
    Row("line feeds", "data: a\n\ndata: b\n\n", ["a", "b"]),
    Row("carriage returns", "data: a\r\rdata: b\r\r", ["a", "b"]),
    Row("both", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]),
    Row("mixed", "data: a\r\n\ndata: b\n\r\ndata: c\r\r\n", ["a", "b", "c"]),
    Row("only one space is taken", "data:a\n\ndata:  b\n\n", ["a", " b"]),
    Row("data lines are joined", "data: a\ndata: b\ndata:\n\n", ["a\nb\n"]),
    Row("data lines are joined with LF, however they ended", "data: a\r\ndata: b\rdata: c\r\n\r\n", ["a\nb\nc"]),
    Row("a comment inside an event", "data: a\n: still here\ndata: b\n\n", ["a\nb"]),
    Row("a byte order mark", "\u{feff}data: a\n\n", ["a"]),
    Row("a byte order mark is one only at the start", "data: a\n\n\u{feff}data: b\n\n", ["a"]),
    Row("the last blank line is missing", "data: a\n\ndata: b\n", ["a", "b"]),
    Row("the last line is not ended", "data: a\n\ndata: b", ["a", "b"]),
    Row(
      "U+2028, U+2029 and U+0085 end no line", "data: a\u{2028}b\u{2029}c\u{85}d\n\n", ["a\u{2028}b\u{2029}c\u{85}d"]),
    Row("NUL is text", "data: a\0b\n\n", ["a\0b"]),
  ]

  /// Lines are looked for 256 bytes at a time.
  @Test(arguments: ["\n", "\r", "\r\n"])
  func `a line ends where it ends, however long it is`(terminator: String) {
    for length in [248, 249, 250, 251, 255, 256, 257, 506, 512, 3000] {
      let text = String(repeating: "x", count: length)
      let stream = "data: \(text)\(terminator)data: a\(terminator)\(terminator)"
      for piece in [7, 256, 10_000] {
        let events = events(of: Array(stream.utf8), in: piece).map { String(decoding: $0.data, as: UTF8.self) }
        #expect(events == [text + "\na"], "\(length) bytes")
      }
    }
  }

  @Test(arguments: rows)
  func `the same events come whatever the pieces`(row: Row) {
    for length in [1, 2, 3, 5, 1000] {
      #expect(events(of: row.stream, in: length).map { String(decoding: $0.data, as: UTF8.self) } == row.events)
    }
  }

  @Test func `an event has the last name it was given, and the next one none`() {
    let events = events(of: Array("event: a\nevent: error\ndata: 1\n\ndata: 2\n\n".utf8), in: 4)
    #expect(events == [.init(name: "error", data: [UInt8(ascii: "1")]), .init(data: [UInt8(ascii: "2")])])
  }

  @Test func `comments are counted and bring no event`() {
    var parser = EventStreamParser()
    var bytes = Array(": a\n\n:b\r\n:\n\ndata: x\n\n".utf8)[...]
    #expect(parser.next(from: &bytes)?.data == [UInt8(ascii: "x")])
    #expect(parser.comments == 3)
  }

  @Test func `an event is complete with the first byte of its blank line's end`() {
    var parser = EventStreamParser()
    var first = Array("data: x\r\n\r".utf8)[...]
    var second = Array("\ndata: y\n\n".utf8)[...]
    #expect(parser.next(from: &first)?.data == [UInt8(ascii: "x")])
    #expect(parser.next(from: &second)?.data == [UInt8(ascii: "y")])
  }

  static let tooLong = [
    "one line": "data: 0123456789",
    "many lines": "data: 01234\ndata: 56789\n\n",
    "a comment": ": 0123456789abcdef\n\n",
    "a field of no interest": "something: 0123456789\n\n",
  ]

  @Test(arguments: tooLong.keys)
  func `over the limit nothing is read any more`(kind: String) {
    var parser = EventStreamParser(longestEvent: 13)
    for byte in (Self.tooLong[kind] ?? "").utf8 {
      var piece = [byte][...]
      #expect(parser.next(from: &piece) == nil)
    }
    #expect(parser.isOverLimit)
    var more = Array("\n\ndata: a\n\n".utf8)[...]
    #expect(parser.next(from: &more) == nil)
    #expect(parser.finish() == nil)
  }

  @Test func `the limit is for each event, not for their sum`() {
    var parser = EventStreamParser(longestEvent: 13)
    var bytes = Array(String(repeating: "data: 0123456\n\n", count: 100).utf8)[...]
    var count = 0
    while parser.next(from: &bytes) != nil { count += 1 }
    #expect(count == 100)
    #expect(!parser.isOverLimit)
  }

  private func events(of stream: [UInt8], in length: Int) -> [ServerSentEvent] {
    var parser = EventStreamParser()
    var events: [ServerSentEvent] = []
    for start in Swift.stride(from: 0, to: stream.count, by: length) {
      var piece = stream[start..<min(start + length, stream.count)]
      while let event = parser.next(from: &piece) { events.append(event) }
    }
    return events + [parser.finish()].compactMap { $0 }
  }
}
