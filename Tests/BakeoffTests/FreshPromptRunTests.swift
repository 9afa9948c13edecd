import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// Servers with prompt caches, proxies that buffer, and `--fresh-prompts`, with the real binary.
@Suite(.timeLimit(.minutes(5))) struct FreshPromptRunTests {
  private func attempts(_ stage: Stage) throws -> [AttemptRecord] {
    let folder = try #require(RunFolder.find("latest", below: stage.folder.path("reports")))
    return Array(try JournalReader.load(folder.journal).attempts)
  }

  @Test(arguments: ["prompt-cache", "prompt-cache-timings"])
  func `repetitions that met the server's cache are told and shown apart`(scenario: String) async throws {
    let stage = try Stage(scenario: scenario)
    let ending = try await stage.bakeOff(try stage.suite("s", prompts: 1), ["-n", "4", "-c", "1"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(
      ending.output.replacing("\n", with: " ").contains("in its cache in 3 of 4 trials of \(Stage.otter): their TTFT"),
      "it said: \(ending.output)")
    #expect(try stage.latest("report.md").contains(/\| sim\/swift-otter-8b:free \| 3 \| .* \| 1 \| .* \|/))
    #expect(try stage.latest("report.md").contains("'--fresh-prompts' asks without the cache."))
  }

  @Test func `fresh prompts meet no cache, and plan, journal and report say that they are`() async throws {
    let stage = try Stage(scenario: "prompt-cache")
    let suite = try stage.suite("s", prompts: 1)
    let words = ["-n", "4", "-c", "1", "--fresh-prompts"]
    let line = "Prompts: fresh, each request with a nonce of its own in front of its first message.\n"
    let plan = try await stage.run(["plan"] + stage.arguments(suite, words).dropFirst())
    #expect(plan.output.hasSuffix(line), "it said: \(plan.output)\(plan.error)")
    let ending = try await stage.bakeOff(suite, words)
    #expect(ending.error.contains(line))
    #expect(!ending.output.contains("in its cache"), "it said: \(ending.output)")
    #expect(Set(try attempts(stage).compactMap(\.nonce)).count == 4)
    #expect(try attempts(stage).allSatisfy { $0.metPromptCache == false })
    #expect(try stage.latest("report.md").contains("each with a nonce of its own in front of its first message"))
    // A second run of the same order meets no cache either.
    _ = try await stage.bakeOff(suite, words + ["--order-seed", "1"])
    _ = try await stage.bakeOff(suite, words + ["--order-seed", "1"])
    #expect(try attempts(stage).allSatisfy { $0.metPromptCache == false })
  }

  @Test func `a run that is resumed keeps its prompts as they were planned`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("s", prompts: 3), ["-c", "1", "--fresh-prompts"])
    let folder = try #require(RunFolder.find("latest", below: stage.folder.path("reports")))
    let lines = try stage.latest("run.jsonl").split(separator: "\n")
    try Data((lines.prefix(7).joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: folder.journal))
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(Set(try attempts(stage).compactMap(\.nonce)).count == 3)
    let plain = try Stage()
    _ = try await plain.bakeOff(try plain.suite("s", prompts: 1))
    let other = try await plain.run(["run", "--resume", "latest", "--fresh-prompts"])
    #expect(other.status == 64)
    #expect(other.error.contains("fresh-prompts: was off, is on"), "it said: \(other.error)")
  }

  @Test func `show puts a nonce where it will stand, and says who asked for it`() async throws {
    let stage = try Stage()
    let words = ["show", try stage.suite("s", prompts: 1), "p1", "-m", Stage.otter]
    let shown = try await stage.run(words + ["--fresh-prompts", "--system", "Be brief."])
    #expect(shown.output.contains(/"content": "\[[0-9a-f]{16}\]\\n\\nBe brief."/), "it said: \(shown.output)")
    #expect(shown.output.contains(#""nonce": "command line""#))
    #expect(!(try await stage.run(words)).output.contains("nonce"))
  }

  @Test func `with a cache of answers nonces are no part of what is looked up`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("s", prompts: 2)
    let words = ["--cache", "--cache-file", "answers.sqlite"]
    _ = try await stage.bakeOff(suite, words + ["--fresh-prompts"])
    let ending = try await stage.bakeOff(suite, words + ["--fresh-prompts"])
    #expect(
      ending.error.contains(
        "Cache: 2 requests are answered by answers.sqlite and will enter no latency; nonces are no part of what is "
          + "looked up."), "it said: \(ending.error)")
    #expect(try await stage.bakeOff(suite, words).error.contains("Plan: 0 of 2 requests"))
  }

  @Test func `a proxy that buffers is told, and its TTFT marked`() async throws {
    let stage = try Stage(scenario: "buffered")
    let suite = try stage.write(
      #"{"name":"s","prompts":[{"id":"a","prompt":"Tell me all about rivers."},{"id":"b","prompt":"And mountains?"}]}"#,
      to: "s.json")
    let ending = try await stage.bakeOff(suite, models: [Stage.badger])
    #expect(ending.output.contains("† after a TTFT: every stream of \(Stage.badger)"), "it said: \(ending.output)")
    #expect(try attempts(stage).allSatisfy { $0.reads.count == 1 && $0.textEvents ?? 0 > 1 })
  }
}
