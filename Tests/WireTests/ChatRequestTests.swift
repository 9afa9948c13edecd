import Testing
import Wire

@Suite struct ChatRequestTests {
  private let question = [ChatMessage(role: "user", content: "Why / \"so\"?\n")]

  @Test func `a number that is none cannot be sent`() {
    let request = ChatRequest(model: "m", messages: [], streams: false, fields: ["temperature": Double.nan])
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
      model: "m", messages: [], streams: false,
      fields: [
        "max_tokens": 64, "temperature": 0.1, "seed": 9_007_199_254_740_993, "top_p": 0.95, "a": [1, 2],
        "z": ["y": 1, "x": 2],
      ])
    let expected = [
      #""a":[1,2]"#, #""max_tokens":64"#, #""messages":[]"#, #""model":"m""#, #""seed":9007199254740993"#,
      #""stream":false"#, #""temperature":0.1"#, #""top_p":0.95"#, #""z":{"x":2,"y":1}"#,
    ]
    #expect(try text(of: request) == "{\(expected.joined(separator: ","))}")
  }

  @Test func `given fields win over all others`() throws {
    let request = ChatRequest(
      model: "m", messages: [], streams: false, fields: ["max_tokens": 8, "model": "other"])
    #expect(try text(of: request) == #"{"max_tokens":8,"messages":[],"model":"other","stream":false}"#)
  }

  // The forms are OpenRouter's, as its documentation shows them.
  @Test(arguments: [
    (
      ChatMessage(
        role: "user", content: .parts([.text("See:"), .image(url: "data:image/png;base64,QQ==", detail: "low")])),
      #"{"content":[{"text":"See:","type":"text"},"#
        + #"{"image_url":{"detail":"low","url":"data:image/png;base64,QQ=="},"type":"image_url"}],"role":"user"}"#
    ),
    (
      ChatMessage(role: "user", content: .parts([.file(name: "a.pdf", url: "https://x.example/a.pdf")])),
      #"{"content":[{"file":{"file_data":"https://x.example/a.pdf","filename":"a.pdf"},"type":"file"}],"role":"user"}"#
    ),
    (
      ChatMessage(role: "user", content: .parts([.audio(data: "QQ==", format: "wav")])),
      #"{"content":[{"input_audio":{"data":"QQ==","format":"wav"},"type":"input_audio"}],"role":"user"}"#
    ),
    (
      ChatMessage(role: "user", content: .parts([.video(url: "https://x.example/a.mp4")])),
      #"{"content":[{"type":"video_url","video_url":{"url":"https://x.example/a.mp4"}}],"role":"user"}"#
    ),
    (
      ChatMessage(
        role: "assistant", content: nil, toolCalls: [ChatToolCall(id: "c1", name: "now", arguments: #"{"a":1}"#)]),
      #"{"content":null,"role":"assistant","tool_calls":[{"function":{"arguments":"{\"a\":1}","name":"now"},"#
        + #""id":"c1","type":"function"}]}"#
    ),
    (
      ChatMessage(role: "tool", content: .text("noon"), toolCallID: "c1"),
      #"{"content":"noon","role":"tool","tool_call_id":"c1"}"#
    ),
  ])
  func `a message is written in the form of its role and its parts`(message: ChatMessage, expected: String) throws {
    let request = ChatRequest(model: "m", messages: [message], streams: false)
    #expect(try text(of: request) == #"{"messages":[\#(expected)],"model":"m","stream":false}"#)
  }

  @Test func `tools are told with what is known of them`() throws {
    let tools = [
      ChatTool(name: "now"),
      ChatTool(name: "add", description: "Adds.", parameters: ["type": "object"], strict: true),
    ]
    let request = ChatRequest(model: "m", messages: [], streams: false, tools: tools)
    #expect(
      try text(of: request) == #"{"messages":[],"model":"m","stream":false,"tools":["#
        + #"{"function":{"name":"now"},"type":"function"},{"function":{"description":"Adds.","name":"add","#
        + #""parameters":{"type":"object"},"strict":true},"type":"function"}]}"#)
  }

  private func text(of request: ChatRequest) throws -> String {
    String(decoding: try request.body(), as: UTF8.self)
  }
}
