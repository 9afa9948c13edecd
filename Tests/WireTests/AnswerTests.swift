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
