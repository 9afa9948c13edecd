import Foundation
import Support
import Testing

/// Recorded runs: how they are listed, named and found again.
@Suite(.timeLimit(.minutes(5))) struct RunsTests {
  @Test func `names that mean nothing, or too much, get a sentence`() async throws {
    let stage = try Stage()
    let none = try await stage.run(["report", "nightly"])
    #expect(none.status == 64)
    #expect(
      none.error.hasPrefix(
        "Error: There is no run 'nightly': give a folder with a run.jsonl, a name, a suite, a part of an id, or 'latest'. "
          + "'bakeoff runs' lists them.\n"), "it said: \(none.error)")
    let suite = try stage.suite("one", prompts: 1)
    for _ in 1...2 { #expect(try await stage.bakeOff(suite, ["--name", "nightly"]).status == 0) }
    let both = try await stage.run(["report", "nightly"])
    #expect(both.status == 64)
    #expect(
      both.error.contains(/Error: 'nightly' may mean 2 runs. Name one of them:\n  20\S+-one-\S{4}\n  20\S+-one-\S{4}\n/)
    )
    #expect(try await stage.run(["report", "20"]).status == 64)
  }

  static let refusedNames = ["latest", "", "a/b", "-x", ".x", "a\nb", "\u{202E}x", String(repeating: "x", count: 81)]

  @Test(arguments: refusedNames)
  func `a name that could not be used again is refused`(name: String) async throws {
    let ending = try await Tool.run(["run", "s.json", "--name=\(name)"], in: TemporaryFolder())
    #expect(ending.status == 64)
    #expect(ending.error.contains("is invalid for '--name <name>': give 1 to 80 visible characters"), "\(ending.error)")
  }

  @Test func `a run is found by its name, by its suite, and by a part of its id`() async throws {
    let stage = try Stage()
    let named = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["--name", "ночь 1"])
    let id = try #require(named.error.firstMatch(of: /reports\/(\S+)\/report.md/)?.output.1)
    _ = try await stage.bakeOff(try stage.suite("two", prompts: 2))
    let byName = try await stage.run(["report", "ночь 1", "-o", "-"])
    #expect(byName.output.hasPrefix("# one: 1 prompt"), "\(byName.error)")
    for name in [String(id), String(id.suffix(4)), String(id.dropLast(6)), "one"] {
      #expect(try await stage.run(["report", name, "-o", "-"]).output == byName.output, "\(name)")
    }
    #expect(try await stage.run(["report", "latest", "-o", "-"]).output.hasPrefix("# two: 2 prompts"))
  }

  @Test func `a suite means its latest run, and the latest that was no mistake`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("one", prompts: 1)
    _ = try await stage.bakeOff(suite, ["-n", "2"])
    let refusing = try LoopbackServer { request in
      request.method == "GET"
        ? [.response(body: #"{"data":[{"id":"x"}]}"#)]
        : [.response("401 Unauthorized", body: #"{"error":{"message":"Incorrect API key provided."}}"#)]
    }
    let refused = try await stage.run(
      ["run", suite, "--endpoint", refusing.url + "/v1", "-m", "x", "--api-key-env", "K"],
      environment: ["K": "sk-wrong-0123456789"])
    #expect(refused.status == 78)
    for name in ["one", "latest"] {
      #expect(try await stage.run(["report", name, "-o", "-"]).output.contains("2 repetitions"), "\(name)")
    }
    let id = try #require(refused.error.firstMatch(of: /reports\/(\S+)\/report.md/)?.output.1)
    #expect(try await stage.run(["report", String(id)]).status == 0)
  }

  @Test func `runs are listed newest first, with how far they came and what passed`() async throws {
    let stage = try Stage()
    let empty = try await stage.run(["runs"])
    #expect(empty.output == "There is no run in reports yet: 'bakeoff run' or 'bakeoff demo' makes one.\n")
    _ = try await stage.bakeOff("suites/starter.json", models: [Stage.otter, Stage.badger], ["--first", "2"])
    _ = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["--name", "second"])
    try FileManager.default.createDirectory(
      atPath: stage.folder.path("reports/20200101T000000Z-old-0000"), withIntermediateDirectories: true)
    try Data("{}\n".utf8).write(
      to: URL(fileURLWithPath: stage.folder.path("reports/20200101T000000Z-old-0000/run.jsonl")))
    let list = try await stage.run(["runs"])
    #expect(list.status == 0)
    let rows = list.output.split(separator: "\n").map { $0.split(separator: #/ {2,}/#).map(String.init) }
    #expect(rows[0] == ["RUN", "TIME", "SUITE", "MODELS", "STATE", "CHECKS"])
    #expect(rows[1][0] == "second" && rows[1][2...] == ["one", Stage.otter, "complete, simulated", "–"], "\(rows)")
    #expect(rows[2][0].count == 4)
    #expect(rows[2][2...4] == ["starter", "\(Stage.otter), \(Stage.badger)", "complete, simulated"], "\(rows)")
    #expect(rows[2][5].hasSuffix("/4"))
    #expect(rows[3] == ["0000", "–", "–", "–", "unreadable", "–"])
    let byHandle = try await stage.run(["report", rows[2][0], "--json"])
    #expect(byHandle.status == 0)
    let objects = try await stage.run(["runs", "--json"]).output.split(separator: "\n")
    #expect(objects.count == 3)
    #expect(objects[0].contains(#""name":"second""#) && objects[0].contains(#""simulated":true"#))
  }

  @Test func `several runs, or a folder of them, are a table each, and no file`() async throws {
    let stage = try Stage()
    for name in ["one", "two"] { _ = try await stage.bakeOff(try stage.suite(name, prompts: 1)) }
    for words in [["one", "two"], ["reports"]] {
      let ending = try await stage.run(["report"] + words)
      #expect(ending.status == 0)
      #expect(ending.error == "2 runs, a table each: what differs between runs is not compared here.\n")
      #expect(
        ending.output.matches(of: /\nRun 20\S+-(one|two)-\S{4}\nSimulated numbers/).map(\.output.1) == ["one", "two"])
    }
    #expect(try await stage.run(["report", "one", "two", "--json"]).output.split(separator: "\n").count == 2)
    let file = try await stage.run(["report", "one", "two", "-o", "both.md"])
    #expect(file.status == 64)
    #expect(
      file.error == "Error: A report is of one run, and these are 2. Make each its own: 'bakeoff report RUN -o FILE'.\n"
    )
  }

  @Test func `a name in any script makes a folder that can be read`() async throws {
    let stage = try Stage()
    let suite = try stage.write(
      #"{"name":"Сравнение моделей 第一","prompts":[{"id":"a","prompt":"Hi"}]}"#, to: "s.json")
    let ending = try await stage.bakeOff(suite)
    #expect(
      ending.error.contains(/reports\/20\d{6}T\d{6}Z-сравнение-моделей-第一-[0-9a-f]{4}\/report\.md/), "\(ending.error)")
  }
}
