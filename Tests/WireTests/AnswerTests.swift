import Benchmark
import Testing
import Wire

@Suite struct AnswerTests {
  @Test func `the last finish reason wins, and null takes nothing back`() {
    let reasons = [#""stop""#, #""length""#, #""""#, "null", "7"]
    let chunks = reasons.map {
      event(#"{"choices":[{"delta":{"content":"a"},"finish_reason":\#($0),"native_finish_reason":\#($0)}]}"#)
    }
    let reading = read(stream: chunks + [event(#"{"choices":[{"delta":{}}]}"#), done])
    #expect(reading.finishReason == "length")
    #expect(reading.nativeFinishReason == "length")
  }

  @Test func `names come from the first chunk that has them`() {
    let reading = read(stream: [
      event(#"{"id":"","model":"","choices":[]}"#), event(#"{"id":"1","model":"m","provider":"P","choices":[]}"#),
      event(#"{"id":"2","model":"n","provider":"Q","choices":[]}"#), content("a"), stop, done,
    ])
    #expect(reading.generationID == "1")
    #expect(reading.model == "m")
    #expect(reading.provider == "P")
  }

  static let secondChoices = [
    #"[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]"#,
    #"[{"index":0,"delta":{"content":"a"}},{"index":1,"delta":{"content":"b"}}]"#,
    #"[{"index":1,"delta":{"content":"b"}}]"#,
  ]

  @Test(arguments: secondChoices)
  func `only the first choice is read`(choices: String) {
    let reading = read(stream: [chunk(#"{"reasoning":"r"}"#), event(#"{"choices":\#(choices)}"#), content("!"), done])
    #expect(reading.answer == (choices.contains("\"a\"") ? "a!" : "!"))
  }

  private func counted(_ index: Int, _ delta: String, finish: String = "null") -> String {
    event(#"{"choices":[{"index":\#(index),"delta":\#(delta),"message":\#(delta),"finish_reason":\#(finish)}]}"#)
  }

  @Test(arguments: [0, 1])
  func `an index that counts chunks makes one answer of them`(start: Int) {
    let texts = ["The", " capital", " is", " Paris."].enumerated().map {
      counted(start + $0.offset, #"{"content":"\#($0.element)","tool_calls":[]}"#)
    }
    let reading = read(stream: texts + [counted(start + 4, #"{"content":""}"#, finish: #""stop""#), done])
    #expect(reading.answer == "The capital is Paris.")
    #expect(reading.finishReason == "stop")
    #expect(reading.notes == ["usage missing"])
    #expect(reading.textReads.map(\.at) == [100, 200, 300, 400])
  }

  static let severalChoices = [
    [(0, "a"), (1, "x"), (0, "b"), (1, "y")], [(0, "a"), (1, "x"), (2, "y"), (0, "b"), (1, "x"), (2, "y")],
    [(0, "a"), (0, "b"), (1, "x"), (2, "y")], [(0, "a"), (2, "x"), (1, "y"), (0, "b")],
    [(0, "a"), (1, "x"), (1, "y"), (0, "b")],
  ]

  @Test(arguments: severalChoices)
  func `an index that comes twice counts no chunks, and only the first choice is read`(chunks: [(Int, String)]) {
    let reading = read(
      stream: chunks.map { counted($0.0, #"{"content":"\#($0.1)"}"#) } + [counted(0, "{}", finish: #""stop""#), done])
    #expect(reading.answer == "ab")
    #expect(reading.finishReason == "stop")
    #expect(reading.notes == ["more than one choice: only the first was read", "usage missing"])
  }

  @Test func `behind a finish reason no index counts`() {
    let reading = read(stream: [
      counted(0, #"{"content":"a"}"#, finish: #""stop""#), counted(1, #"{"content":"x"}"#, finish: #""stop""#), done,
    ])
    #expect(reading.answer == "a")
  }

  @Test(arguments: [
    (#"{"delta":{},"message":{"content":"a"}}"#, "a"), (#"{"delta":{"content":""},"message":{"content":"a"}}"#, "a"),
    (#"{"delta":{"content":"b"},"message":{"content":"a"}}"#, "a"),
    (#"{"delta":{"content":"b"},"message":{"content":""}}"#, "b"), (#"{"delta":{"content":"b"}}"#, "b"),
  ])
  func `in a whole body the message wins over the delta`(choice: String, answer: String) {
    #expect(read(#"{"choices":[\#(choice)]}"#).answer == answer)
  }

  @Test func `a whole message beside an empty delta is read where nothing else came`() {
    let whole = event(#"{"choices":[{"delta":{"content":""},"message":{"content":"ab"},"finish_reason":"stop"}]}"#)
    #expect(read(stream: [whole, done]).answer == "ab")
    #expect(read(stream: [chunk(#"{"content":"ab"}"#), whole, done]).answer == "ab")
  }

  @Test(arguments: [
    (#"{"city":"Paris"}"#, #"{"city":"Paris"}"#), (#"[{"city":"Paris"}]"#, #"[{"city":"Paris"}]"#),
    ("[1, 2]", "[1, 2]"),
    ("[]", ""), (#"["Par","is"]"#, "Paris"), (#"[{"type":"text","text":"Par"},{"text":"is"}]"#, "Paris"),
    (#"[{"type":"thinking","thinking":"hm"},{"type":"output_text","text":"Paris"}]"#, "Paris"),
  ])
  func `content that is JSON is its text, and parts are what they hold`(content: String, answer: String) {
    let whole = read(#"{"choices":[{"message":{"content":\#(content)},"finish_reason":"stop"}]}"#)
    let streamed = read(stream: [chunk(#"{"content":\#(content)}"#), stop, done])
    for reading in [whole, streamed] {
      #expect(reading.answer == answer)
      #expect(reading.outcome == (answer.isEmpty ? .empty : .ok))
    }
  }

  static let parts = [
    (
      #"{"images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"},"index":0}]}"#,
      ChatReading.Part(kind: "image", mediaType: "image/png", source: "AAAA")
    ),
    (
      #"{"content":[{"type":"image_url","image_url":"https://a.test/b.png"}]}"#,
      .init(kind: "image", source: "https://a.test/b.png")
    ),
    (
      #"{"content":[{"type":"output_audio","output_audio":{"data":"AAAA","format":"wav"}}]}"#,
      .init(kind: "audio", mediaType: "wav", source: "AAAA")
    ),
    (
      #"{"content":[{"type":"hologram","data":"AAAA","mime_type":"model/x"}]}"#,
      .init(kind: "hologram", mediaType: "model/x", source: "AAAA")
    ),
    (#"{"audio":{"id":"a","data":"AAAA","expires_at":1}}"#, .init(kind: "audio", source: "AAAA")),
  ]

  @Test(arguments: parts)
  func `an image, a sound or another part is an answer`(message: String, part: ChatReading.Part) {
    let whole = read(#"{"choices":[{"message":\#(message),"finish_reason":"stop"}]}"#)
    for reading in [whole, read(stream: [chunk(message), stop, done])] {
      #expect(reading.parts == [part])
      #expect(reading.answer.isEmpty)
      #expect(reading.outcome == .ok)
      #expect(reading.hasBegun)
    }
  }

  @Test func `a sound comes in pieces, and its words are the answer's text`() {
    let reading = read(stream: [
      chunk(#"{"audio":{"id":"a","transcript":"Par"}}"#), chunk(#"{"audio":{"data":"AA"}}"#),
      chunk(#"{"audio":{"transcript":"is"}}"#), chunk(#"{"audio":{"data":"BB"}}"#), stop, done,
    ])
    #expect(reading.answer == "Paris")
    #expect(reading.parts == [.init(kind: "audio", source: "AABB")])
    #expect(reading.firstAnswer == 100)
  }

  @Test func `the first error is kept`() {
    let errors = [#"{"error":{"message":"first"}}"#, #"{"error":{"message":"second"}}"#]
    #expect(read(stream: errors.map(event) + [done]).error?.message == "first")
  }

  @Test func `a whole message in a stream is read when there is no delta`() {
    let message = event(#"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#)
    #expect(read(stream: [message, message, done]).answer == "a")
    #expect(read(stream: [content("b"), message, done]).answer == "b")
  }
}
