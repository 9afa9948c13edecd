import Benchmark
import Foundation
import Testing

/// What a prompt says: a text, a conversation, turns; files and attachments; tools.
@Suite struct SuiteConversationTests {
  private static let files = FakeFiles(contents: ["q.txt": "What is this?", "a.PNG": "pixels", "blank.txt": " \n"])

  private func reading(_ prompt: String, suite: String = "") -> SuiteReading {
    SuiteReader.read(
      Array("{\"name\": \"x\",\(suite) \"prompts\": [\(prompt)]}".utf8), path: "x.json", files: Self.files)
  }

  // SAD PATH

  @Test(arguments: [
    (
      #"{"prompt": "p", "turns": ["t"]}"#,
      [
        "prompts[0].turns: 'turns' cannot stand beside 'prompt'. Make the prompt the first of 'turns', or, where an "
          + "answer to it is given, write both as 'messages'."
      ]
    ),
    (#"{"turns": []}"#, ["prompts[0].turns: 'turns' is empty. Write one at least, or leave it out."]),
    (#"{"messages": []}"#, ["prompts[0].messages: 'messages' is empty. Write one at least, or leave it out."]),
    (#"{"turns": ["a", " "]}"#, ["prompts[0].turns[1]: The prompt is empty. Write what the models are asked."]),
    (
      #"{"turns": [{"checks": []}]}"#,
      ["prompts[0].turns[0]: 'prompt' is missing: a turn cannot be without it."]
    ),
    (
      #"{"turns": [{"prompt": "a", "chekcs": []}]}"#,
      ["prompts[0].turns[0].chekcs: 'chekcs' is not a key of a turn. Did you mean 'checks'?"]
    ),
    (
      #"{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}"#,
      [
        "prompts[0].messages[1]: The last message is of the role 'assistant', which asks for no answer. "
          + "End with 'user' or 'tool', or add 'turns'."
      ]
    ),
    (
      #"{"messages": [{"role": "usr", "content": "a"}]}"#,
      ["prompts[0].messages[0].role: 'usr' is not a role. Did you mean 'user'?"]
    ),
    (
      #"{"messages": [{"role": "tool", "content": "a"}]}"#,
      ["prompts[0].messages[0]: 'tool_call_id' is missing: a message cannot be without it."]
    ),
    (
      #"{"messages": [{"role": "user", "content": "a", "tool_calls": [], "tool_call_id": "x"}]}"#,
      [
        "prompts[0].messages[0].tool_calls: 'tool_calls' is nothing for a message of the role 'user'. Remove it.",
        "prompts[0].messages[0].tool_call_id: 'tool_call_id' is nothing for a message of the role 'user'. Remove it.",
      ]
    ),
    (
      #"{"messages": [{"role": "assistant", "tool_calls": []}, {"role": "user", "content": "b"}]}"#,
      ["prompts[0].messages[0]: 'content' is missing: a message cannot be without it."]
    ),
    (
      #"{"messages": [{"role": "assistant", "tool_calls": [{"id": "1", "name": "f", "arguments": 1}]}], "turns": ["t"]}"#,
      ["prompts[0].messages[0].tool_calls[0].arguments: A number stands where an object is expected."]
    ),
    (
      #"{"prompt": "p", "tags": [""]}"#,
      ["prompts[0].tags[0]: '' is not a name. Give visible characters, 80 at the most."]
    ),
    (#"{"prompt": "p", "max_rounds": 0}"#, ["prompts[0].max_rounds: 0 is out of range. Give 1 or more."]),
  ])
  func `a conversation that is wrong says where`(prompt: String, expected: [String]) {
    #expect(problems(prompt) == expected)
  }

  @Test(arguments: [
    (
      #"{"file": "none.txt"}"#, "prompt.file: The file 'none.txt' cannot be read: No such file or directory."
    ),
    (#"{"file": "blank.txt"}"#, "prompt: The prompt is empty. Write what the models are asked."),
    (#"{"file": "q.txt", "x": 1}"#, "prompt.x: 'x' is not a key of a text from a file. Its keys are file."),
    (#"[{"text": "a"}]"#, "prompt[0]: 'type' is missing: a part cannot be without it."),
    (#"[{"type": "img", "path": "a.PNG"}]"#, "prompt[0].type: 'img' is not a kind of part. Did you mean 'image'?"),
    (
      #"[{"type": "image", "path": "a.bmp"}]"#,
      "prompt[0].path: 'a.bmp' does not end as an image does. Its name must end in .png, .jpg, .jpeg, .gif, .webp."
    ),
    (
      #"[{"type": "image", "path": "b.png"}]"#,
      "prompt[0].path: The file 'b.png' cannot be read: No such file or directory."
    ),
    (
      #"[{"type": "image"}]"#,
      "prompt[0]: 'path' is missing: a part of kind 'image' cannot be without it, or else 'url'."
    ),
    (
      #"[{"type": "image", "path": "a.PNG", "url": "https://x.example/a.png"}]"#,
      "prompt[0].url: 'url' cannot stand beside 'path'. Remove one of them."
    ),
    (
      #"[{"type": "pdf", "url": "file:///etc/passwd"}]"#,
      "prompt[0].url: 'file:///etc/passwd' is not an address. It must begin with https:// or http://."
    ),
    (
      #"[{"type": "audio", "url": "https://x.example/a.wav"}]"#,
      "prompt[0]: 'path' is missing: a part of kind 'audio' cannot be without it.|"
        + "prompt[0].url: 'url' is not a key of a part of kind 'audio'. Its keys are type, path."
    ),
  ])
  func `a content that is wrong says where`(content: String, expected: String) {
    #expect(
      problems(#"{"prompt": \#(content)}"#) == expected.split(separator: "|").map { "prompts[0].\($0)" })
  }

  @Test(arguments: [
    (#"{"name": "a b"}"#, "[0].name: 'a b' is not a tool's name. Give at most 64 letters (a–z), digits, '_' and '-'."),
    (#"{"name": "a"}, {"name": "a"}"#, "[1]: 'a' is the name of another tool too. Change one."),
    (#"{"name": "a", "parameters": []}"#, "[0].parameters: An array stands where an object is expected."),
    (
      #"{"name": "a", "results": [{"when": {}}]}"#,
      "[0].results[0]: 'result' is missing: a result of a tool cannot be without it."
    ),
    (#"{"name": "a", "result": 1}"#, "[0].result: 'result' is not a key of a tool. Did you mean 'results'?"),
  ])
  func `a tool that is wrong says where`(tools: String, expected: String) {
    #expect(problems(#"{"prompt": "p"}"#, suite: #""tools": [\#(tools)],"#) == ["tools\(expected)"])
  }

  @Test(arguments: [
    (#"{"name": "a"}"#, "[0]: 'model' is missing: a contestant cannot be without it."),
    (#"{"model": "m"}, {"model": "m"}"#, "[1]: 'm' is the name of another contestant too. Change one."),
    (#"{"model": ""}"#, "[0].model: '' is not a name. Give visible characters, 120 at the most."),
    (
      #"{"model": "m", "parameters": {"top_p": 2}}"#,
      "[0].parameters.top_p: 2.0 is out of range. Give a number from 0 to 1."
    ),
  ])
  func `a contestant that is wrong says where`(contestants: String, expected: String) {
    #expect(
      problems(#"{"prompt": "p"}"#, suite: #""contestants": [\#(contestants)],"#) == ["contestants\(expected)"])
  }

  // HAPPY PATH

  @Test(arguments: [
    (#"[{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]"#, "a\nb"),
    (#"[{"type": "text", "text": "a"}]"#, "a"),
  ])
  func `texts alone are one text, wherever they stand`(parts: String, text: String) throws {
    for prompt in [
      #"{"prompt": \#(parts)}"#, #"{"turns": [\#(parts)]}"#, #"{"messages": [{"role": "user", "content": \#(parts)}]}"#,
    ] {
      let suite = SuiteReader.read(Array(#"{"prompts": [\#(prompt)]}"#.utf8), path: "x.json").suite
      #expect(suite?.prompts.first?.turns.map(\.message.content?.plainText) == [text])
    }
  }

  @Test func `texts around an attachment stay parts`() throws {
    let parts =
      #"[{"type": "text", "text": "a"}, {"type": "image", "url": "https://a"}, {"type": "text", "text": "b"}]"#
    let suite = SuiteReader.read(Array(#"{"prompts": [{"prompt": \#(parts)}]}"#.utf8), path: "x.json").suite
    #expect(suite?.prompts.first?.turns.first?.message.content?.parts.count == 3)
  }

  @Test func `a question is a turn, whether text, file or parts`() throws {
    let prompts = try #require(
      reading(
        #"""
        {"prompt": "Why?"}, {"prompt": {"file": "q.txt"}},
        {"prompt": [{"type": "text", "text": {"file": "q.txt"}},
                    {"type": "image", "path": "a.PNG", "detail": "low"},
                    {"type": "pdf", "url": "https://x.example/a.pdf"}]}
        """#
      ).suite
    ).prompts
    #expect(prompts[0].turns == [Turn(Content("Why?"))])
    #expect(prompts[1].turns == [Turn(Content("What is this?"))])
    let image = Attachment(.image, at: .file(FileFacts(path: "a.PNG", contents: Array("pixels".utf8))), detail: "low")
    #expect(
      prompts[2].turns == [
        Turn(
          Content([
            .text("What is this?"), .attachment(image),
            .attachment(Attachment(.pdf, at: .url("https://x.example/a.pdf"))),
          ]))
      ])
    #expect(prompts[2].text == "What is this?\n[image a.PNG]\n[pdf https://x.example/a.pdf]")
    #expect(prompts.allSatisfy { $0.messages.isEmpty })
  }

  @Test func `what is to be answered last is the turn, and all before it is sent with it`() throws {
    let prompts = try #require(
      reading(
        #"""
        {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "q"}]},
        {"messages": [
          {"role": "user", "content": "q"},
          {"role": "assistant", "tool_calls": [{"id": "1", "name": "f", "arguments": {"b": [1, "\""], "a": null}}]},
          {"role": "tool", "tool_call_id": "1", "content": "42"}]},
        {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}],
         "turns": ["t", {"prompt": "u", "checks": [{"type": "json"}]}], "tags": ["long"], "max_rounds": 2, "tools": []}
        """#
      ).suite
    ).prompts
    #expect(prompts[0].messages == [Message(.system, Content("s"))])
    #expect(prompts[0].turns == [Turn(Content("q"))])
    let call = ToolCall(id: "1", name: "f", arguments: #"{"a":null,"b":[1,"\""]}"#)
    #expect(prompts[1].messages.last == Message(.assistant, nil, toolCalls: [call]))
    #expect(prompts[1].turns == [Turn(Message(.tool, Content("42"), toolCallID: "1"))])
    #expect(prompts[2].messages.count == 2)
    #expect(
      prompts[2].turns == [Turn(Content("t")), Turn(Content("u"), checks: [Check(JSONRule())])])
    #expect(prompts[2].text == "user: q\n\nassistant: a\n\nuser: t\n\nuser: u")
    #expect(prompts[2].tags == ["long"])
    #expect(prompts[2].maxRounds == 2)
    #expect(prompts[2].tools == [])
    for prompt in prompts {
      #expect(try JSONDecoder().decode(Prompt.self, from: JSONEncoder().encode(prompt)) == prompt)
    }
  }

  @Test func `attachments are in the journal by name, length and hash, never by content`() throws {
    let prompts = try #require(
      reading(#"{"prompt": [{"type": "image", "path": "a.PNG"}, {"type": "text", "text": "?"}]}"#).suite
    ).prompts
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(prompts[0]), as: UTF8.self)
    #expect(
      text == #"{"id":"prompt-1","prompt":[{"bytes":6,"path":"a.PNG","sha256":"\#(SHA256.hex(Array("pixels".utf8)))","#
        + #""type":"image"},{"text":"?","type":"text"}]}"#)
    #expect(try JSONDecoder().decode(Prompt.self, from: Data(text.utf8)) == prompts[0])
  }

  @Test func `tools and contestants survive the journal`() throws {
    let suite = try #require(
      reading(
        #"{"prompt": "p", "tools": []}, {"prompt": "q"}"#,
        suite: #"""
          "tools": [{"name": "now", "description": {"file": "q.txt"}, "parameters": {"type": "object"}, "strict": true,
            "results": [{"when": {"zone": "UTC"}, "result": {"time": 12}}, {"result": {"file": "q.txt"}}]}],
          "max_rounds": 3, "contestants": [{"model": "m"}, {"name": "deep", "model": "m", "parameters": {"seed": 1}}],
          """#
      ).suite)
    let now = Tool(
      name: "now", description: "What is this?", parameters: .object(["type": .string("object")]), strict: true,
      results: [
        Tool.Result(when: .object(["zone": .string("UTC")]), result: .object(["time": .integer(12)])),
        Tool.Result(result: .string("What is this?")),
      ])
    #expect(suite.tools == [now])
    #expect(suite.tools(of: suite.prompts[0]) == [])
    #expect(suite.tools(of: suite.prompts[1]) == [now])
    #expect(suite.maxRounds(of: suite.prompts[0]) == 3)
    #expect(
      suite.contestants == [
        ContestantSpec(name: "m", model: "m"),
        ContestantSpec(name: "deep", model: "m", parameters: Parameters(seed: 1)),
      ])
    var kept = try JSONDecoder().decode(Suite.self, from: JSONEncoder().encode(suite))
    kept.prompts = suite.prompts
    #expect(kept == suite)
  }

  @Test(arguments: [
    ([], ["fast", "deep", "other"]), (["deep"], ["deep"]), (["m"], ["fast", "deep"]),
    (["new", "other"], ["new", "other"]),
  ])
  func `words choose contestants by name, else by model, else are models themselves`(
    words: [String], names: [String]
  ) {
    let suite = Suite(
      name: "x",
      contestants: [
        ContestantSpec(name: "fast", model: "m"), ContestantSpec(name: "deep", model: "m"),
        ContestantSpec(name: "other", model: "n"),
      ], prompts: [])
    #expect(suite.entrants(named: words).map(\.name) == names)
  }

  private func problems(_ prompt: String, suite: String = "") -> [String] {
    reading(prompt, suite: suite).problems.map { problem in
      "\(problem)".split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    }
  }
}
