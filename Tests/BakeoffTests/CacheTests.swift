import Foundation
import Simulator
import Support
import Testing

/// Answers of earlier runs: taken instead of asking again, and marked wherever they are seen.
@Suite(.timeLimit(.minutes(2))) struct CacheTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func bakeOff(_ suite: String, _ more: [String] = []) async throws -> Tool.Ending {
    try await stage.bakeOff(suite, ["--cache", "--cache-file", "answers.sqlite"] + more)
  }

  private func rows() throws -> [[String: String]] {
    let lines = try stage.latest("report.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  // SAD PATH

  @Test(arguments: [
    (["--cache-file", "x"], "Error: '--cache-file <file>' says where '--cache' keeps answers: give both.\n"),
    (["--cache", "--fit"], "Error: '--fit' trims a plan without a look at the cache. Give '--until-quota' instead.\n"),
    (["--cache", "--cache-file", ""], "Error: '--cache-file <file>' needs the name of a file.\n"),
  ])
  func `what cannot be is said`(words: [String], error: String) async throws {
    let ending = try await stage.bakeOff(try stage.suite("s", prompts: 1), words)
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix(error), "it said: \(ending.error)")
  }

  @Test func `a cache that cannot be used is done without`() async throws {
    _ = try stage.write(String(repeating: "no cache ", count: 200), to: "answers.sqlite")
    let ending = try await bakeOff(try stage.suite("s", prompts: 1))
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("answers.sqlite cannot be used: file is not a database."), "it said: \(ending.error)")
    #expect(ending.error.contains("This run does without."))
  }

  @Test func `a cache that cannot be looked at is an error, and a plan makes none`() async throws {
    _ = try stage.write(String(repeating: "no cache ", count: 200), to: "other.sqlite")
    let shown = try await stage.run(["cache", "--cache-file", "other.sqlite"])
    #expect(shown.status == 74)
    #expect(shown.error.hasPrefix("Error: The cache other.sqlite cannot be used: file is not a database."))
    let words = stage.arguments(try stage.suite("s", prompts: 1), ["--cache", "--cache-file", "new.sqlite"])
    #expect(try await stage.run(["plan"] + words.dropFirst()).output.hasPrefix("Plan: 1 request (1 model × 1 prompt)"))
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("new.sqlite")))
  }

  @Test func `without the flag nothing is kept, and nothing is taken`() async throws {
    let suite = try stage.suite("s", prompts: 2)
    _ = try await bakeOff(suite)
    #expect(try await stage.bakeOff(suite).status == 0)
    #expect(try rows().map { $0["cached"] } == ["", ""])
    #expect(try rows().allSatisfy { $0["latency_ms"] != "" })
  }

  // HAPPY PATH

  @Test func `the second run asks only what is new, and says of every cached answer that it is one`() async throws {
    let first = try await bakeOff(try stage.suite("s", prompts: 2))
    #expect(first.error.contains("Plan: 2 requests (1 model × 2 prompts)"), "it said: \(first.error)")
    #expect(first.error.contains("Cache: 0 requests are answered by answers.sqlite."))
    #expect(try rows().map { $0["cached"] } == ["", ""])
    let second = try await bakeOff(try stage.suite("s", prompts: 3))
    #expect(second.error.contains("Plan: 1 of 3 requests (1 model × 3 prompts)"), "it said: \(second.error)")
    #expect(second.error.contains("Cache: 2 requests are answered by answers.sqlite and will enter no latency."))
    let rows = try rows()
    #expect(rows.map { $0["cached"]?.isEmpty } == [false, false, true])
    #expect(rows.map { $0["latency_ms"]?.isEmpty } == [true, true, false])
    #expect(rows.map { $0["ttft_ms"]?.isEmpty } == [true, true, false])
    #expect(rows.map { $0["queue_ms"]?.isEmpty } == [true, true, false])
    let report = try stage.latest("report.md")
    #expect(report.contains("2 answers came from the cache: they count in checks and tokens, and in no time, speed, "))
    #expect(report.contains("cached, given 20"))
    #expect(report.contains("| 1/1 (100 %"), "it said: \(report)")
    #expect(
      report.contains("2 trials were answered by the cache. Every other trial was sent, and answered at the first"))
    #expect(report.contains("(n 3) | 1 |"), "tokens are known of all three: \(report)")
  }

  @Test func `a run of cached answers alone sends nothing, whatever is left of the quota`() async throws {
    let stage = try Stage(
      freeTier: FreeTier(perMinute: 1000, perDay: 7), requiresKey: true, startsAt: 1_795_132_801_000)
    let words = [
      "--cache", "--cache-file", "answers.sqlite", "--dialect", "openrouter", "--rate", "off", "--api-key-env",
      "SIM_KEY",
    ]
    let key = ["SIM_KEY": "sk-or-v1-" + String(repeating: "5", count: 64)]
    let suite = try stage.suite("s", prompts: 6)
    _ = try await stage.bakeOff(suite, words, environment: key)
    let ending = try await stage.bakeOff(suite, words + ["--warmup", "1"], environment: key)
    #expect(ending.error.contains("Plan: 0 of 7 requests (1 model × 6 prompts, 1 warm-up each)"), "\(ending.error)")
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(stage.simulator.counts.chatsByStatus == [200: 6])
    let report = try stage.latest("report.md")
    #expect(report.contains("6 answers came from the cache"))
    #expect(report.contains("6 trials were answered by the cache. None was sent."), "it said: \(report)")
    let resumed = try await stage.run(
      ["run", "--resume", "latest", "--endpoint", stage.endpoint, "--api-key-env", "SIM_KEY"], environment: key)
    #expect(resumed.error.contains("Nothing is left to send"), "it said: \(resumed.error)")
  }

  @Test func `a conversation goes on where its cached beginning ends`() async throws {
    let turns = { (last: String) in
      #"{"name": "t", "prompts": [{"id": "p", "turns": ["What is 1 + 1?", "\#(last)"]}]}"#
    }
    _ = try await bakeOff(try stage.write(turns("And 2 + 2?"), to: "t.json"))
    let ending = try await bakeOff(try stage.write(turns("And 3 + 3?"), to: "t.json"))
    #expect(ending.error.contains("Plan: 1 of 2 requests"), "it said: \(ending.error)")
    let rows = try rows()
    #expect(rows.map { $0["cached"]?.isEmpty } == [false, true])
    #expect(rows.map { $0["turn"] } == ["1", "2"])
    #expect(rows.map { $0["attempt"] } == ["1", "2"])
  }

  @Test func `a cached answer is held to the structure that is asked for now`() async throws {
    let suite = { (accept: String) in
      #"""
      {"name": "o", "prompts": [{"id": "p", "prompt": "What is 1 + 1?",
        "output": {"schema": \#(accept), "send": "nothing"}}]}
      """#
    }
    _ = try await bakeOff(try stage.write(suite(#"{"type": "object"}"#), to: "o.json"))
    #expect(try rows().map { $0["outcome"] } == ["invalid"])
    let ending = try await bakeOff(try stage.write(suite(#"{"type": "array"}"#), to: "o.json"))
    #expect(ending.error.contains("Plan: 0 of 1 request"), "it said: \(ending.error)")
    #expect(try rows().map { $0["outcome"] } == ["invalid"])
    #expect(try rows().map { $0["cached"]?.isEmpty } == [false])
  }

  @Test func `what is kept can be looked at and forgotten`() async throws {
    let place = ["--cache-file", "answers.sqlite"]
    let none = try await stage.run(["cache"] + place)
    #expect(none.output == "There is no cache at answers.sqlite: 'bakeoff run --cache' makes one.\n")
    _ = try await bakeOff(try stage.suite("s", prompts: 2))
    let shown = try await stage.run(["cache"] + place)
    #expect(shown.output.hasPrefix("answers.sqlite: 2 answers, "), "it said: \(shown.output)\(shown.error)")
    #expect(
      shown.output.contains(
        "\nMODEL                    ANSWERS  OLDEST      NEWEST\nsim/swift-otter-8b:free        2  20"))
    let cleared = try await stage.run(["cache", "clear"] + place)
    #expect(cleared.output.hasPrefix("answers.sqlite: 2 answers forgotten, "), "it said: \(cleared.output)")
    #expect(try await stage.run(["cache"] + place).output.hasPrefix("answers.sqlite: 0 answers, "))
  }
}
