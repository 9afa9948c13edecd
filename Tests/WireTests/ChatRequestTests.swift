import Testing
import Wire

@Suite struct ChatRequestTests {
  private let question = [ChatMessage(role: "user", content: "Why / \"so\"?\n")]

  @Test func `a number that is none cannot be sent`() {
    let request = ChatRequest(model: "m", messages: [], streams: false, temperature: .nan)
    #expect(throws: (any Error).self) { try request.body() }
  }

  @Test func `what is not asked for is not sent`() throws {
    let request = ChatRequest(model: "a/b:free", messages: question, streams: false)
    #expect(
      try text(of: request)
        == #"{"messages":[{"content":"Why / \"so\"?\n","role":"user"}],"model":"a/b:free","stream":false}"#)
  }

  @Test func `a stream asks for its usage, unless told not to`() throws {
    var request = ChatRequest(model: "m", messages: [], streams: true)
    #expect(
      try text(of: request) == #"{"messages":[],"model":"m","stream":true,"stream_options":{"include_usage":true}}"#)
    request.asksForUsage = false
    #expect(try text(of: request) == #"{"messages":[],"model":"m","stream":true}"#)
  }

  @Test func `numbers keep their form and keys their order`() throws {
    let request = ChatRequest(
      model: "m", messages: [], streams: false, maxTokens: 64, temperature: 0.1, seed: 9_007_199_254_740_993,
      extra: ["top_p": 0.95, "a": [1, 2], "z": ["y": 1, "x": 2]])
    let expected = [
      #""a":[1,2]"#, #""max_tokens":64"#, #""messages":[]"#, #""model":"m""#, #""seed":9007199254740993"#,
      #""stream":false"#, #""temperature":0.1"#, #""top_p":0.95"#, #""z":{"x":2,"y":1}"#,
    ]
    #expect(try text(of: request) == "{\(expected.joined(separator: ","))}")
  }

  @Test func `extra fields win over all others`() throws {
    let request = ChatRequest(
      model: "m", messages: [], streams: false, maxTokens: 64, extra: ["max_tokens": 8, "model": "other"])
    #expect(try text(of: request) == #"{"max_tokens":8,"messages":[],"model":"other","stream":false}"#)
  }

  private func text(of request: ChatRequest) throws -> String {
    String(decoding: try request.body(), as: UTF8.self)
  }
}
