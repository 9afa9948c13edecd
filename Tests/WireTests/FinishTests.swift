import Testing
import Wire

/// When an answer is whole although its response goes on.
@Suite struct FinishTests {
  private static let stop = #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\n"
  private static let usage = #"data: {"choices":[],"usage":{"completion_tokens":3}}"# + "\n\n"
  private static let text = #"data: {"choices":[{"delta":{"content":"a"}}]}"# + "\n\n"
  private static let all = #"data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}],"usage":{}}"# + "\n\n"

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var body: String

    init(_ intent: String, _ body: String) {
      testDescription = intent
      self.body = body
    }
  }

  static let open = [
    Row("nothing", ""),
    Row("text alone", text),
    Row("a finish reason alone: usage may come", text + stop),
    Row("usage on every chunk, before the reason", text + usage),
    Row("usage that is null", text + stop + "data: {\"choices\":[],\"usage\":null}\n\n"),
    Row("a server that finishes on every chunk", all + text),
    Row("words like the end inside the text", #"data: {"choices":[{"delta":{"content":"[DONE]"}}]}"# + "\n\n"),
    Row("half of the end", text + "data: [DONE"),
    Row("half of a JSON body", #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],"usage":{"#),
    Row("a JSON body without usage", #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#),
    Row("a page", "<html>[DONE]</html>"),
  ]

  @Test(arguments: open) func `an answer that may go on is not finished`(row: Row) {
    #expect(!ChatResponse.isFinished(Array(row.body.utf8)))
  }

  static let whole = [
    Row("[DONE]", text + stop + "data: [DONE]\n\n"),
    Row("[DONE] without a blank line", text + "data: [DONE]"),
    Row("[DONE] and signs of life", text + "data:[DONE]\r\n\r\n: ping\r\n\r\n"),
    Row("a finish reason, then usage", text + stop + usage),
    Row("a finish reason with usage", text + all),
    Row(
      "Groq's place of usage", text + #"data: {"choices":[{"finish_reason":"stop"}],"x_groq":{"usage":{}}}"# + "\n\n"),
    Row("a whole JSON body", #" {"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],"usage":{}}"#),
  ]

  @Test(arguments: whole) func `an answer that is whole is finished, and may be seen to be in its bytes`(row: Row) {
    #expect(ChatResponse.isFinished(Array(row.body.utf8)))
    #expect(mayFinish(row.body))
  }

  @Test(arguments: [text, stop, "", "[DON", #"{"usage":null}"#, #"{"usage" : null,"a":"usage"}"#, "\"usage"])
  func `nothing is asked about most reads`(bytes: String) {
    #expect(!mayFinish(bytes))
  }

  @Test(arguments: ["[DONE]", "x[DONE]y", #"{"usage":null}{"usage": {"#, #"{"usage""#, #"{"usage":"#])
  func `where the end may stand, or begin, the answer is asked`(bytes: String) {
    #expect(mayFinish(bytes))
  }

  private func mayFinish(_ text: String) -> Bool { Array(text.utf8).withUnsafeBytes(ChatResponse.mayFinish) }
}
