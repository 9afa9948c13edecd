import Foundation
import Testing

@testable import Simulator

/// What of a conversation an answer depends on.
struct ConversationTests {
  static let otter = "sim/swift-otter-8b:free"
  static let omni = "sim/magpie-omni-12b:free"

  /// What a fresh simulator answers to some messages.
  private func answer(_ messages: String, model: String = otter, more: String = "") throws -> String {
    try Bench().post(#"{"model":"\#(model)","stream":true,"messages":[\#(messages)]\#(more)}"#).content()
  }

  private static let rivers = #"{"role":"user","content":"Which rivers are long?"}"#

  @Test(arguments: [
    #"{"role":"user","content":"I like mountains."},{"role":"assistant","content":"Fine."},"#,
    #"{"role":"user","content":"I like glaciers."},{"role":"assistant","content":"Fine."},"#,
    #"{"role":"user","content":"I like glaciers."},{"role":"assistant","content":"Good."},"#,
    #"{"role":"system","content":"Be short."},"#,
    #"{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"f"}}]},"#,
    #"{"role":"assistant","tool_calls":[{"id":"b","function":{"name":"f"}}]},"#,
    #"{"role":"user","content":[{"type":"text","text":"See:"},{"type":"image_url","image_url":{"url":"https://a/"}}]},"#,
  ])
  func `what was said before changes the answer`(before: String) throws {
    let model = before.contains("image") ? Self.omni : Self.otter
    let alone = try answer(Self.rivers, model: model)
    let after = try answer(before + Self.rivers, model: model)
    #expect(after != alone)
    #expect(try answer(before + Self.rivers, model: model) == after)
  }

  @Test func `earlier questions are taken up again`() throws {
    let before = #"{"role":"user","content":"Compare volcanoes."},{"role":"assistant","content":"Fine."},"#
    let next = #"{"role":"user","content":"Go on."}"#
    #expect(try answer(before + next).lowercased().contains("volcanoes"))
    #expect(try !answer(next).lowercased().contains("volcanoes"))
  }

  @Test func `an answer ends before the words at which it is to stop, if the model knows of them`() throws {
    let whole = try answer(Self.rivers)
    #expect(try answer(Self.rivers, more: #","stop":["zzz",". "]"#) == whole.components(separatedBy: ". ")[0])
    #expect(try answer(Self.rivers, more: #","stop":". ""#) == whole.components(separatedBy: ". ")[0])
    let deaf = "lanternworks/glacier-120b:free"
    #expect(try answer(Self.rivers, model: deaf, more: #","stop":" ""#).contains(" "))
  }

  @Test func `more effort makes for longer thoughts, and their own limit for shorter`() throws {
    func thought(_ reasoning: String) throws -> Int {
      let chat = Bench.chat("lanternworks/ponder-32b:free", "Rivers?", more: #","reasoning":\#(reasoning)"#)
      let usage = try #require(try Bench().post(chat).answers().last?.usage)
      return usage.completion_tokens_details.reasoning_tokens
    }
    #expect(try thought(#"{"effort":"low"}"#) < thought(#"{"effort":"medium"}"#))
    #expect(try thought(#"{"effort":"medium"}"#) < thought(#"{"effort":"high"}"#))
    #expect(try thought(#"{"max_tokens":11}"#) == 11)
  }

  @Test func `a prompt that is too long for a model is refused, what it may answer included`() throws {
    let prompt = String(repeating: "word ", count: 24_000)
    let response = try Bench().post(
      Bench.chat("northlight/aurora-mini-3b:free", prompt, more: #","max_tokens":3000"#))
    #expect(response.status == 400)
    #expect(
      response.text == """
        {"error":{"message":"This endpoint's maximum context length is 32768 tokens. However, you requested about \
        33006 tokens (30006 of text input, 3000 in the output). Please reduce the length of either one, or use the \
        context-compression plugin to compress your prompt automatically.","code":400,"metadata":\
        {"provider_name":null}},"user_id":"user_SIMULATED"}
        """)
    #expect(try Bench().post(Bench.chat(Self.otter, prompt, more: #","max_tokens":3000"#)).status == 200)
  }

  @Test(arguments: [
    (#""temperature":0.5,"max_completion_tokens":50,"messages":[]"#, true),
    (#""top_k":4"#, false), (#""logprobs":true"#, false),
    (#""response_format":{"type":"json_object"}"#, true),
    (#""response_format":{"type":"json_schema","json_schema":{"schema":{}}}"#, false),
    (#""response_format":{"type":"text"},"user":"me""#, true),
    (#""tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"auto""#, true),
    (#""reasoning":{"effort":"low"}"#, false),
  ])
  func `who requires that parameters count is refused where they would not`(fields: String, isTaken: Bool) throws {
    let model = "papertrail/fence-coder-7b:free"
    let fields = fields.replacing(#","messages":[]"#, with: "")
    let lax = try Bench().post(Bench.chat(model, more: ",\(fields)"))
    let strict = try Bench().post(Bench.chat(model, more: #","provider":{"require_parameters":true},\#(fields)"#))
    #expect(lax.status == 200)
    #expect(strict.status == (isTaken ? 200 : 404))
    #expect(
      isTaken
        || strict.text
          == #"{"error":{"message":"No endpoints found that can handle the requested parameters.","code":404}}"#
    )
  }
}
