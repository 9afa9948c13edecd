import Benchmark
import Foundation
import Support
import Testing
import Transport

@testable import Harness

/// The first request of a trial, whatever its prompt is made of.
@Suite struct RequestBuilderTests {
  private let folder = TemporaryFolder()

  private func body(_ prompts: String, suite: String = "", contestant: Parameters = Parameters()) throws -> String {
    try Data("RIFF".utf8).write(to: URL(fileURLWithPath: folder.path("a.wav")))
    try Data("pixels".utf8).write(to: URL(fileURLWithPath: folder.path("a.jpg")))
    let path = folder.path("x.json")
    let reading = SuiteReader.read(
      Array(#"{"name": "x",\#(suite) "prompts": [\#(prompts)]}"#.utf8), path: path, files: SuiteFolder(ofSuite: path))
    var record = RunRecord.sample
    record.suite = try #require(reading.suite, "\(reading.problems)")
    record.suiteSource.path = path
    record.streams = false
    record.contestants = [Contestant(name: "n", model: "m", endpoint: "host", parameters: contestant)]
    record.overrides = Parameters(seed: 4)
    let builder = RequestBuilder(record: record, endpoint: try Endpoint("http://127.0.0.1:1/v1"), key: nil)
    let trial = Trial(number: 0, block: 0, prompt: 0, contestant: 0, repetition: 1)
    let messages = builder.record.conversation(in: trial).messages
    return String(decoding: try builder.request(for: trial, saying: messages).body, as: UTF8.self)
  }

  @Test func `messages stand between the system prompt and the first turn`() throws {
    let prompt = #"""
      {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "turns": ["c", "d"]}
      """#
    #expect(
      try body(prompt, suite: #""parameters": {"system": "s"},"#)
        == #"{"messages":[{"content":"s","role":"system"},{"content":"a","role":"user"},"#
        + #"{"content":"b","role":"assistant"},{"content":"c","role":"user"}],"model":"m","seed":4,"stream":false}"#)
  }

  @Test func `files are written into the request as the servers want them`() throws {
    let prompt = #"""
      {"prompt": [{"type": "text", "text": "?"}, {"type": "image", "path": "a.jpg"}, {"type": "audio", "path": "a.wav"},
        {"type": "pdf", "url": "https://x.example/y/z.pdf"}, {"type": "video", "url": "https://x.example/v"}]}
      """#
    #expect(
      try body(prompt) == #"{"messages":[{"content":[{"text":"?","type":"text"},"#
        + #"{"image_url":{"url":"data:image/jpeg;base64,cGl4ZWxz"},"type":"image_url"},"#
        + #"{"input_audio":{"data":"UklGRg==","format":"wav"},"type":"input_audio"},"#
        + #"{"file":{"file_data":"https://x.example/y/z.pdf","filename":"z.pdf"},"type":"file"},"#
        + #"{"type":"video_url","video_url":{"url":"https://x.example/v"}}],"role":"user"}],"#
        + #""model":"m","seed":4,"stream":false}"#)
  }

  @Test(
    arguments: [
      (nil, #"{"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":"#, "[{"),
      (
        .jsonObject, #"{"response_format":{"type":"json_object"},"messages":"#,
        #"[{"content":"s\n\nAnswer with JSON alone, without a code fence and without a word around it. It must fit this "#
          + #"JSON Schema:\n{\"type\":\"object\",\"properties\":{\"z\":{\"type\":\"string\"},\"a\":"#
      ),
      (.instruction, #"{"messages":"#, #"[{"content":"s\n\nAnswer with JSON alone"#),
      (.nothing, #"{"messages":"#, #"[{"content":"s","role":"system"}"#),
    ] as [(StructuredOutput.Way?, String, String)])
  func `a structure is asked of the server, of the model or of nobody`(
    way: StructuredOutput.Way?, beginning: String, system: String
  ) throws {
    let send = way.map { #", "send": "\#($0.rawValue)""# } ?? ""
    let body = try body(
      #"{"prompt": "p", "output": {"schema": "z: string, a: integer"\#(send)}}"#,
      suite: #""parameters": {"system": "s"},"#)
    #expect(body.hasPrefix(beginning), "it said: \(body)")
    #expect(body.contains(#""messages":"# + system), "it said: \(body)")
    #expect(way != nil || body.contains(#""schema":{"type":"object","properties":{"z":"#))
  }

  @Test func `a prompt's tools are sent instead of the suite's, and every layer of settings is in the request`() throws
  {
    let suite = #""tools": [{"name": "a"}], "parameters": {"seed": 1, "top_k": 1, "temperature": 1, "min_p": 0.5},"#
    let prompt = #"{"prompt": "p", "tools": [{"name": "b"}], "parameters": {"seed": 2, "top_k": 2, "temperature": 2}}"#
    var contestant = Parameters(temperature: 0)
    contestant.reasoning = ["effort": .string("high")]
    #expect(
      try body(prompt, suite: suite, contestant: contestant)
        == #"{"messages":[{"content":"p","role":"user"}],"min_p":0.5,"model":"m","reasoning":{"effort":"high"},"#
        + #""seed":4,"stream":false,"temperature":0,"tools":[{"function":{"name":"b"},"type":"function"}],"top_k":2}"#)
  }
}
