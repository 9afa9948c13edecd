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
