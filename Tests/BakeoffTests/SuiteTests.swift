import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// What a suite says that a run and its resumption must obey.
@Suite(.timeLimit(.minutes(5))) struct SuiteTests {
  @Test func `a conversation is carried on turn by turn, and its tools are answered`() async throws {
    let stage = try Stage()
    let suite = try stage.write(
      """
      {"name": "talk", "prompts": [
        {"id": "turns", "turns": [{"prompt": "My name is Ada.", "checks": [{"type": "regex", "pattern": "."}]}, "And now?"]},
        {"id": "tools", "prompt": "What is the weather in Bern? Use the tool.", "tools": [{
          "name": "get_weather", "description": "The weather of a city.",
          "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
          "results": [{"result": {"sky": "clear", "degrees": 21}}]}],
          "checks": [{"type": "tool_called", "name": "get_weather"}]}]}
      """, to: "talk.json")
    let ending = try await stage.bakeOff(suite, models: [Stage.badger])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.hasPrefix("Plan: at least 3 requests (1 model × 2 prompts), no rate limit.\n"))
    let run = try JournalReader.load(
      try #require(RunFolder.all(below: stage.folder.path("reports")).first).journal)
    let steps = Dictionary(grouping: run.attempts, by: \.prompt).mapValues { $0.map(\.place) }
    #expect(steps["turns"] == [Step(turn: 1), Step(turn: 2)])
    #expect(steps["tools"] == [Step(round: 1), Step(round: 2)])
    #expect(run.trials.map(\.outcome) == [.ok, .ok])
    let report = try stage.latest("report.md")
    #expect(report.contains("*turn 1*: "))
    #expect(report.contains("*turn 1, round 2*: "))
    #expect(report.contains("get_weather("))
  }

  @Test func `a suite's contestants take part when nobody is named, each with its own settings`() async throws {
    let stage = try Stage()
    let suite = try stage.write(
      #"""
      {"name": "two", "prompts": [{"id": "p", "prompt": "Hi"}], "contestants": [
        {"name": "calm", "model": "\#(Stage.otter)", "parameters": {"temperature": 0}},
        {"name": "wild", "model": "\#(Stage.otter)", "parameters": {"temperature": 2}}]}
      """#, to: "two.json")
    let all = try await stage.bakeOff(suite, models: [], ["-q"])
    #expect(all.status == 0, "it said: \(all.error)")
    #expect(all.error.hasPrefix("Plan: 2 requests (2 models × 1 prompt), no rate limit.\n"))
    let journal = try stage.latest("run.jsonl")
    #expect(journal.contains(#""contestant":"calm""#) && journal.contains(#""contestant":"wild""#))
    let one = try await stage.bakeOff(suite, models: ["wild", Stage.badger], ["-q"])
    #expect(one.error.hasPrefix("Plan: 2 requests (2 models × 1 prompt), no rate limit.\n"))
    #expect(!(try stage.latest("run.jsonl")).contains(#""contestant":"calm""#))
  }

  @Test func `a text of a file is in the journal, an attachment is not, and a resumed run finds out that one changed`()
    async throws
  {
    let stage = try Stage()
    _ = try stage.write("What does it show?", to: "q.txt")
    _ = try stage.write("pixels", to: "a.png")
    let suite = try stage.write(
      #"""
      {"name": "seen", "prompts": [
        {"id": "p", "prompt": [{"type": "text", "text": {"file": "q.txt"}}, {"type": "image", "path": "a.png"}]}]}
      """#, to: "seen.json")
    #expect(try await stage.bakeOff(suite, models: ["northlight/aurora-70b-instruct:free"]).status == 0)
    let journal = try stage.latest("run.jsonl")
    #expect(journal.contains("What does it show?") && journal.contains(#""path":"a.png""#))
    #expect(!journal.contains("cGl4ZWxz"))
    let resume = ["run", "--resume", "latest"]
    #expect(try await stage.run(resume).status == 0)
    _ = try stage.write("other pixels", to: "a.png")
    let changed = try await stage.run(resume)
    #expect(changed.status == 65)
    #expect(changed.error.hasPrefix("Error: The file 'a.png' is no longer the one that the run began with (SHA-256 "))
    _ = try stage.write("pixels", to: "a.png")
    _ = try stage.write("What else?", to: "q.txt")
    let otherText = try await stage.run(resume)
    #expect(otherText.status == 64)
    #expect(otherText.error.contains("prompt 'p' is another"), "it said: \(otherText.error)")
  }

  private static let tagged = #"""
    {"name": "tagged", "parameters": {"max_tokens": 9, "system": "{{tone}}", "provider": {"sort": "price"}},
     "variables": {"tone": "Be brief."}, "contestants": [{"name": "calm", "model": "m", "parameters": {"temperature": 0}}],
     "prompts": [
       {"id": "a", "tags": ["easy"], "prompt": "One?", "checks": [{"type": "json"}]},
       {"id": "b", "prompt": "{{n}} plus one?", "rows": [{"n": 1}, {"n": 2}],
        "parameters": {"seed": 1, "provider": {"order": ["x"]}, "require_parameters": true}},
       {"id": "c", "tags": ["easy"], "prompt": [{"type": "image", "path": "a.png"}, {"type": "text", "text": "What?"}]}]}
    """#

  @Test func `prompts are listed, and one of them is shown as it would be sent`() async throws {
    let stage = try Stage()
    _ = try stage.write("pixels", to: "a.png")
    let suite = try stage.write(SuiteTests.tagged, to: "tagged.json")
    let list = try await stage.run(["show", suite])
    #expect(
      list.output
        == """
        a    [easy]  One?
        b#1          1 plus one?
        b#2          2 plus one?
        c    [easy]  [image a.png]\\nWhat?

        """, "\(list.error)")
    #expect(try await stage.run(["show", suite, "b"]).output == "b#1  1 plus one?\nb#2  2 plus one?\n")
    let shown = try await stage.run(["show", suite, "b#2", "--temperature", "1"])
    #expect(
      shown.output == """
        {
          "request": {
            "max_tokens": 9,
            "messages": [
              {
                "content": "Be brief.",
                "role": "system"
              },
              {
                "content": "2 plus one?",
                "role": "user"
              }
            ],
            "model": "m",
            "provider": {
              "order": [
                "x"
              ],
              "require_parameters": true,
              "sort": "price"
            },
            "seed": 1,
            "stream": true,
            "stream_options": {
              "include_usage": true
            },
            "temperature": 1
          },
          "sources": {
            "max_tokens": "suite",
            "provider.order": "prompt",
            "provider.require_parameters": "prompt",
            "provider.sort": "suite",
            "seed": "prompt",
            "system": "suite",
            "temperature": "command line"
          }
        }

        """, "it said: \(shown.error)")
    let image = try await stage.run(["show", suite, "c", "-m", "other", "--no-stream"])
    #expect(image.output.contains(#""url": "data:image/png;base64,(6 bytes of a.png)""#))
    #expect(image.output.contains(#""model": "other""#))
  }

  @Test func `any setting can be given on the command line, is recorded, and is kept by a resumed run`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("one", prompts: 1)
    let settings = ["top_p=0.5", "reasoning=low", "provider.sort=price", "provider.order=[\"a\"]", "extra.top_a=1"]
    let words = settings.flatMap { ["--set", $0] }
    let shown = try await stage.run(["show", suite, "p1", "-m", "m"] + words)
    for line in [#""top_p": 0.5"#, #""effort": "low""#, #""sort": "price""#, #""top_a": 1"#] {
      #expect(shown.output.contains(line), "\(shown.output)\(shown.error)")
    }
    #expect(shown.output.contains(#""provider.sort": "command line""#))
    #expect(try await stage.bakeOff(suite, words).status == 0)
    #expect(try await stage.run(["run", "--resume", "latest"]).status == 0)
    #expect(try await stage.run(["run", "--resume", "latest", "--set", "top_p=0.5"]).status == 0)
    let other = try await stage.run(["run", "--resume", "latest", "--set", "top_p=0.25"])
    #expect(other.status == 64)
    #expect(other.error.contains("  set: was {"), "it said: \(other.error)")
  }

  @Test(arguments: [
    (
      "topp=1",
      "Error: '--set' gives a setting that cannot be. topp: 'topp' is not a key of parameters. Did you mean 'top_p'?\n"
    ),
    (
      "top_p=high",
      "Error: '--set' gives a setting that cannot be. top_p: A string stands where a number is expected.\n"
    ),
    (
      "top_p",
      "Error: The value 'top_p' is invalid for '--set <name=value>': say it as top_p=0.9 or provider.sort=price"
    ),
  ])
  func `a setting that is none is explained`(setting: String, beginning: String) async throws {
    let ending = try await Stage().run(["plan", "x.json", "--set", setting])
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix(beginning), "it said: \(ending.error)")
  }

  @Test(arguments: [
    (["show", "tagged.json", "z"], 64, "Error: No prompt has the id 'z'.\n"),
    (["plan", "tagged.json", "--tag", "esay"], 64, "Error: No prompt has the tag 'esay'. Did you mean 'easy'?"),
    (
      ["validate", "tagged.json", "--range", "4-5"], 64,
      "Error: The range 4-5 goes beyond the suite, which has 4 prompts."
    ),
    (
      ["run", "tagged.json", "--range", "7-3"], 64,
      "Error: The value '7-3' is invalid for '--range <places>': say it as 3-7"
    ),
    (["run", "tagged.json", "--first", "0"], 64, "Error: The value '0' is invalid for '--first <n>': give 1 or more."),
    (
      ["run", "tagged.json", "--sample-seed", "2"], 64, "Error: '--sample-seed' says how '--sample' chooses: give both."
    ),
    (
      ["run", "--resume", "latest", "--tag", "x"], 64, "Error: Prompts are chosen for a new run; a run that is resumed"
    ),
  ])
  func `a choice of prompts that cannot be made is explained`(words: [String], status: Int32, beginning: String)
    async throws
  {
    let stage = try Stage()
    _ = try stage.write("pixels", to: "a.png")
    _ = try stage.write(SuiteTests.tagged, to: "tagged.json")
    let ending = try await stage.run(words)
    #expect(ending.status == status)
    #expect(ending.error.hasPrefix(beginning), "it said: \(ending.error)")
  }

  @Test func `only chosen prompts are run and recorded, and a resumed run does not miss the others`() async throws {
    let stage = try Stage()
    _ = try stage.write("pixels", to: "a.png")
    let suite = try stage.write(SuiteTests.tagged, to: "tagged.json")
    #expect(
      try await stage.run(["validate", suite, "--tag", "easy"]).output
        == "tagged.json: valid: 2 of 4 prompts, 1 check\n"
    )
    let ending = try await stage.bakeOff(suite, ["--tag", "easy", "--prompt", "a", "-q"])
    #expect(ending.error.hasPrefix("Plan: 1 request (1 model × 1 prompt), no rate limit.\n"), "\(ending.error)")
    let journal = try stage.latest("run.jsonl").split(separator: "\n")
    #expect(journal.filter { $0.hasPrefix(#"{"kind":"prompt""#) }.map { $0.contains(#""id":"a""#) } == [true])
    #expect(try stage.latest("report.md").contains(", 1 of its 4 prompts"))
    _ = try stage.write(SuiteTests.tagged.replacing("plus one", with: "plus two"), to: "tagged.json")
    #expect(try await stage.run(["run", "--resume", "latest"]).status == 0)
    _ = try stage.write(SuiteTests.tagged.replacing("One?", with: "Two?"), to: "tagged.json")
    let changed = try await stage.run(["run", "--resume", "latest"])
    #expect(changed.status == 64)
    #expect(changed.error.contains("    prompt 'a' is another\n"), "it said: \(changed.error)")
  }

  @Test func `a file outside of the suite's folder is used only with leave`() async throws {
    let stage = try Stage()
    try FileManager.default.createDirectory(atPath: stage.folder.path("inner"), withIntermediateDirectories: true)
    _ = try stage.write("Hi", to: "q.txt")
    let suite = try stage.write(
      #"{"name":"out","prompts":[{"id":"p","prompt":{"file":"../q.txt"}}]}"#, to: "inner/out.json")
    let refused = try await stage.run(["validate", suite])
    #expect(refused.status == 65)
    #expect(
      refused.error == "inner/out.json:1:53: prompts[0].prompt.file: The file '../q.txt' lies outside of the suite's "
        + "folder, or a symbolic link leads to it. To use it, give '--allow-outside'.\n")
    #expect(try await stage.run(["validate", suite, "--allow-outside"]).status == 0)
    #expect(try await stage.bakeOff(suite, ["--allow-outside"]).status == 0)
  }
}
