import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// What a suite says that a run and its resumption must obey.
@Suite(.timeLimit(.minutes(1))) struct SuiteTests {
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
      try #require(RunFolder.find("latest", below: stage.folder.path("reports"))).journal)
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
