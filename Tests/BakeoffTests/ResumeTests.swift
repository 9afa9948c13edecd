import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// A run that ended early goes on where it was.
@Suite(.timeLimit(.minutes(5))) struct ResumeTests {
  private func folder(_ stage: Stage) throws -> RunFolder {
    try #require(RunFolder.all(below: stage.folder.path("reports")).first)
  }

  private func journal(_ stage: Stage) throws -> Run {
    try JournalReader.load(try folder(stage).journal)
  }

  private func numbers(_ stage: Stage) throws -> [Int] {
    try stage.latest("run.jsonl").matches(of: /"kind":"[a-z]+","seq":(\d+)/).compactMap { Int($0.1) }
  }

  private func write(_ bytes: some Sequence<UInt8>, to stage: Stage) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: try folder(stage).journal))
  }

  /// Runs until a tenth of what is left is done, and kills it there; false when it was faster.
  private func kill(_ words: [String], in stage: Stage) async throws -> Bool {
    let tool = try Tool(words, in: stage.folder)
    tool.send(SIGKILL, once: " done · ")
    return await tool.ending().crashed
  }

  @Test func `killed at any point, a run loses nothing complete and asks for no answer twice`() async throws {
    let stage = try Stage(timeScale: 0.1)
    let suite = try stage.suite("many", prompts: 14)
    let models = [Stage.otter, "northlight/aurora-mini-3b:free"]
    let (kills, window) = (5, 3)
    var words = stage.arguments(suite, models: models, ["-c", "\(window)", "--warmup", "1"])
    var answered: Set<Int> = []
    for _ in 0..<kills {
      let wasKilled = try await kill(words, in: stage)
      let now = Set(try journal(stage).attempts.map(\.trial))
      #expect(now.isSuperset(of: answered))
      answered = now
      words = ["run", "--resume", "latest"]
      if !wasKilled { break }
    }
    let ending = try await stage.run(words)
    #expect(ending.status == 0, "it said: \(ending.error)")
    let run = try journal(stage)
    #expect(run.warnings.isEmpty)
    #expect(run.sessions.count > 1)
    #expect(run.sessions.map(\.session) == Array(0..<run.sessions.count))
    #expect(run.attempts.map(\.trial).sorted() == Array(0..<30))
    #expect(Set(run.trials.map(\.trial)).count == 30)
    #expect(try numbers(stage) == Array(0..<numbers(stage).count))
    let served = stage.simulator.counts.chatsByStatus
    #expect(served[200] ?? 0 >= 30)
    #expect(served[200] ?? 0 <= 30 + kills * window)
    #expect(served.count == 1)
    #expect(try stage.latest("report.csv").split(separator: "\r\n").count == 31)
  }

  @Test func `what is sent again goes in the plan's order, into a session of its own`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("many", prompts: 9), ["-c", "1"])
    let whole = try stage.latest("run.jsonl")
    let first = try journal(stage)
    // The next request may leave, and be settled, before the line of the trial before it is written.
    let lines = whole.split(separator: "\n")
    let four = { (kind: String) in
      lines.filter { line in
        line.hasPrefix("{\"kind\":\"\(kind)\"") && line.contains(/"trial":[0-3][,}]/)
      }
    }
    let kept = lines.prefix(11) + four("attempt") + four("trial")
    try write(kept.joined(separator: "\n").utf8 + [10], to: stage)
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0)
    #expect(ending.error.hasPrefix("Plan: 5 of 9 requests (1 model × 9 prompts), no rate limit.\n"))
    let run = try journal(stage)
    #expect(run.record == first.record)
    #expect(run.attempts.map(\.trial) == first.attempts.map(\.trial))
    #expect(run.attempts.map(\.session) == [0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(run.attempts.dropFirst(4).allSatisfy { $0.timeline.queued >= 0 && $0.attempt == 1 })
    #expect(try stage.latest("report.md").contains("**Session 1**"))
  }

  @Test func `a torn last line is told, taken away, and sent again`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("many", prompts: 3), ["-c", "1"])
    let lines = try stage.latest("run.jsonl").split(separator: "\n")
    try write((lines.prefix(9).joined(separator: "\n") + "\n" + lines[9].prefix(99)).utf8, to: stage)
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0)
    #expect(
      ending.error.contains(
        "/run.jsonl: the last line was torn and is taken away; what it told is done again\n"))
    #expect(stage.simulator.counts.chatsByStatus == [200: 4])
    #expect(try numbers(stage) == Array(0..<12))
    #expect(!(try stage.latest("report.md").contains("torn")))
  }

  @Test func `an answer whose line is damaged is asked for again, and blamed on the damage until then`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("many", prompts: 3), ["-c", "1"])
    var lines = try stage.latest("run.jsonl").split(separator: "\n").map(String.init)
    let answer = try #require(lines.firstIndex { $0.hasPrefix(#"{"kind":"attempt""#) })
    lines[answer] = String(lines[answer].dropLast(9))
    try write((lines.joined(separator: "\n") + "\n").utf8, to: stage)
    let report = try await stage.run(["report", "latest", "-o", "-"])
    #expect(report.output.contains("Lost to a damaged line of the journal: 1 trial of "))
    #expect(report.output.contains("1 trial was lost to damaged lines of the journal and counts as missing."))
    // Nothing answers at first: what cannot be asked again stays blamed on the damage.
    let plan = try await stage.run(["plan", "--resume", "latest"])
    #expect(plan.error.contains("1 of 3 requests") || plan.output.contains("1 of 3 requests"), "it said: \(plan)")
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(stage.simulator.counts.chatsByStatus == [200: 4])
    #expect(try journal(stage).attempts.map(\.attempt).sorted() == [1, 1, 2])
    let nothing = try await stage.run(["run", "--resume", "latest"])
    #expect(nothing.error.contains("Nothing is left to send"))
    #expect(nothing.status == 0)
  }

  @Test func `who works on a run is named by its number`() async throws {
    let stage = try Stage(timeScale: 0.1)
    let tool = try Tool(stage.arguments(try stage.suite("many", prompts: 40), ["-c", "1"]), in: stage.folder)
    await tool.waitForError(containing: "2/40 done")
    let folder = try folder(stage)
    let ending = try await stage.run(["run", "--resume", "latest"])
    tool.send(SIGINT)
    #expect(ending.status == 74)
    #expect(
      ending.error == "Error: The process \(tool.id) is working on the run \(folder.id): wait until it has ended.\n")
    _ = await tool.ending()
  }

  @Test func `a damaged prompt that is still to be sent ends the run, one that was answered does not`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("many", prompts: 3), ["-c", "1"])
    // The run, three prompts, the session; then an attempt and its trial for each prompt.
    var lines = try stage.latest("run.jsonl").split(separator: "\n").map(String.init)
    let open = try #require(
      lines[1...3].firstIndex { $0.contains(lines[9].firstMatch(of: /"prompt":"(p\d)"/)?.1 ?? "?") })
    lines[open] = String(lines[open].dropLast(9))
    let whole = lines.joined(separator: "\n") + "\n"
    try write((lines[..<9].joined(separator: "\n") + "\n").utf8, to: stage)
    let folder = try folder(stage)
    for command in ["run", "plan"] {
      let ending = try await stage.run([command, "--resume", "latest"])
      #expect(ending.status == 65)
      #expect(
        ending.error.contains(
          "Error: The run \(folder.id) cannot go on: a prompt is still to be sent, and line \(open + 1) of "
            + "reports/\(folder.id)/run.jsonl, which told it, is damaged. Begin a new run; 'bakeoff report "
            + "reports/\(folder.id)' shows what was measured.\n"), "it said: \(ending.error)")
    }
    #expect(stage.simulator.counts.chatsByStatus == [200: 3])
    try write(whole.utf8, to: stage)
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `what was answered of a conversation is not counted again, and blocks are told in requests`() async throws
  {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 3), requiresKey: true)
    let talks = ["a", "b"].map { #"{"id":"\#($0)","turns":["What is 1 + 1?","And 2 + 2?"]}"# }.joined(separator: ",")
    let suite = try stage.write(#"{"name":"talks","prompts":[\#(talks)]}"#, to: "talks.json")
    let words = ["--dialect", "openrouter", "--rate", "off", "--api-key-env", "K", "-c", "1"]
    let blocks = try await stage.bakeOff(suite, words + ["--until-quota"], environment: ["K": key])
    #expect(
      blocks.error.contains("Today: 2 requests in whole blocks; 2 are left for another day.\n"),
      "it said: \(blocks.error)")
    let others = ["--ledger", "other.sqlite", "--reports", "other"]
    _ = try await stage.bakeOff(suite, words + ["--yes"] + others, environment: ["K": key])
    let plan = try await stage.run(
      ["plan", "--resume", "latest", "--endpoint", stage.endpoint, "--api-key-env", "K", "--yes"] + others,
      environment: ["K": key])
    #expect(plan.output.hasPrefix("Plan: 3 of 4 requests (1 model × 2 prompts)"), "it said: \(plan.output)")
  }

  @Test func `a run with nothing left makes its reports again and sends nothing`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("many", prompts: 3))
    let before = try stage.latest("run.jsonl")
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 0)
    #expect(ending.error.contains(/^Nothing is left to send: every trial of [^ ]+ is settled\.\n/))
    #expect(ending.output.contains(Stage.otter))
    #expect(try stage.latest("run.jsonl") == before)
    #expect(stage.simulator.counts.chatsByStatus == [200: 3])
  }

  @Test func `a refused key is mended, and the run goes on`() async throws {
    let stage = try Stage(requiresKey: true)
    let first = try await stage.bakeOff(
      try stage.suite("many", prompts: 5), ["--api-key-env", "K", "-c", "1"], environment: ["K": "not-a-key-at-all"])
    #expect(first.status == 78)
    #expect(
      first.error.contains(
        /5 trials are left\. Go on with: bakeoff run --resume [^ ]+ --endpoint [^ ]+ --api-key-env K\n/))
    let second = try await stage.run(
      ["run", "--resume", try folder(stage).path, "--endpoint", stage.endpoint, "--api-key-env", "K"],
      environment: ["K": key])
    #expect(second.status == 0, "it said: \(second.error)")
    #expect(stage.simulator.counts.chatsByStatus == [401: 1, 200: 5])
    let run = try journal(stage)
    #expect(run.attempts.first { $0.outcome.kind == .ok }?.attempt == 2)
    #expect(second.output.contains("5/5"))
  }

  /// What is said otherwise when the run is resumed, and the line that tells.
  static let differences: [(words: [String], line: String)] = [
    (["-n", "2"], "repetitions: was 3, is 2"), (["-n", "1"], "repetitions: was 3, is 1"),
    (["-m", Stage.badger], "models: was \(Stage.otter), is \(Stage.badger)"),
    (["--max-tokens", "9"], "max-tokens: was not set, is 9"), (["--temperature", "1"], "temperature: was 0.5, is 1.0"),
    (["--endpoint", "http://127.0.0.1:1/v1"], "/v1, is http://127.0.0.1:1/v1"),
    (["-c", "9"], "concurrency: was 8, is 9"),
    (["--rate", "6/min"], "rate: was off, is 6/min"), (["--timeout", "2min"], "timeout: was 5min, is 2min"),
    (["--no-stream"], "streaming: was on, is off"), (["--warmup", "1"], "warmup: was 0, is 1"),
    (["suites/starter.json"], "prompt 'p1' is gone"),
  ]

  @Test(arguments: differences)
  func `settings that differ from the recorded ones are refused with the difference`(
    difference: (words: [String], line: String)
  ) async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("two", prompts: 2), ["-n", "3", "--temperature", "0.5"])
    let before = stage.simulator.counts.requests
    let ending = try await stage.run(["run", "--resume", "latest"] + difference.words)
    #expect(ending.status == 64)
    #expect(ending.error.contains(/^Error: The run [^ ]+ was planned otherwise, and nothing was sent:\n/))
    #expect(ending.error.contains(difference.line), "it said: \(ending.error)")
    #expect(
      ending.error.hasSuffix(
        "Leave out what differs to go on as it was planned, or begin a new run without '--resume'.\n"))
    #expect(stage.simulator.counts.requests == before)
  }

  @Test func `the words of the first session are no difference`() async throws {
    let stage = try Stage()
    let words = stage.arguments(
      try stage.suite("two", prompts: 2), ["-n", "3", "--rate", "100/1s", "--timeout", "90s"])
    _ = try await stage.run(words)
    #expect(try await stage.run(words + ["--resume", "latest"]).status == 0)
  }

  @Test func `a suite that changed since is refused, named or not`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("two", prompts: 2)
    _ = try await stage.bakeOff(suite)
    _ = try stage.write(
      #"{"name":"two","prompts":[{"id":"p1","prompt":"Other?"},{"id":"p9","prompt":"x"}]}"#, to: suite)
    for words in [[], [suite]] {
      let ending = try await stage.run(["run", "--resume", "latest"] + words)
      #expect(ending.status == 64)
      #expect(ending.error.contains(/\n  suite: was two\.json \([0-9a-f]{12}\), is two\.json \([0-9a-f]{12}\)\n/))
      #expect(
        ending.error.contains("\n    prompt 'p1' is another\n    prompt 'p2' is gone\n    prompt 'p9' is new\n"))
    }
    _ = try stage.write(
      #"{"name":"two","prompts":[{"id":"p1","prompt":"What is 1 + 1?"}, {"id":"p2","prompt":"What is 2 + 1?"}]}"#,
      to: suite)
    #expect(try await stage.run(["run", "--resume", "latest"]).status == 0)
    try FileManager.default.removeItem(atPath: stage.folder.path(suite))
    #expect(try await stage.run(["run", "--resume", "latest"]).status == 0)
  }

  @Test func `a second process on one run is refused`() async throws {
    let stage = try Stage(timeScale: 0.1)
    let first = try Tool(stage.arguments(try stage.suite("many", prompts: 40), ["-c", "1"]), in: stage.folder)
    first.send(SIGSTOP, once: " done · ")
    await first.waitForError(containing: " done · ")
    let second = try await stage.run(["run", "--resume", "latest"])
    #expect(second.status == 74)
    #expect(
      second.error.contains(/^Error: The process \d+ is working on the run [^ ]+: wait until it has ended\.\n/))
    #expect(try await stage.run(["plan", "--resume", "latest"]).status == 0)
    first.send(SIGKILL)
    _ = await first.ending()
  }

  @Test func `a run that is not there cannot be resumed`() async throws {
    let stage = try Stage()
    let latest = try await stage.run(["run", "--resume", "latest"])
    #expect(latest.status == 64)
    #expect(latest.error == "Error: There is no run in reports yet: 'bakeoff run' or 'bakeoff demo' makes one.\n")
    let named = try await stage.run(["run", "--resume", "xyz"])
    #expect(
      named.error
        == "Error: There is no run 'xyz': give a folder with a run.jsonl, a name, a suite, a part of an id, or 'latest'. "
        + "'bakeoff runs' lists them.\n")
  }
}
