import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// The whole road: a suite goes in, a report comes out.
@Suite(.timeLimit(.minutes(5))) struct RunTests {
  @Test func `a run leaves a journal and two reports, and the journal makes the same reports again`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: [Stage.otter, Stage.badger], ["-n", "2"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.hasPrefix("Plan: 48 requests (2 models × 12 prompts × 2 repetitions), no rate limit.\n"))
    #expect(ending.output.contains("Simulated numbers"))
    let markdown = try stage.latest("report.md")
    let csv = try stage.latest("report.csv")
    #expect(csv.split(separator: "\r\n").count == 49)
    let again = try await stage.run(["report", "latest", "-o", "again.md", "-o", "again.csv"])
    #expect(again.status == 0)
    #expect(try stage.folder.text("again.md") == markdown)
    #expect(try stage.folder.text("again.csv") == csv)
    #expect(try await stage.run(["report", "latest", "-o", "-"]).output == markdown)
  }

  @Test func `the order of an earlier run can be repeated`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("five", prompts: 5)
    let orders = try await [1, 1, 2].asyncMap { seed in
      _ = try await stage.bakeOff(suite, models: [Stage.otter, Stage.badger], ["--order-seed", "\(seed)", "-c", "1"])
      let folder = try #require(RunFolder.all(below: stage.folder.path("reports")).first)
      return try JournalReader.load(folder.journal).attempts.map { "\($0.prompt) to \($0.contestant)" }
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0] != orders[2])
  }

  @Test func `answers that come whole have no first token`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["--no-stream", "--json"])
    #expect(ending.status == 0)
    let summary = try #require(JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    let first = try #require((summary["standings"] as? [[String: Any]])?.first)
    #expect((first["ttft_ms"] as? [String: Any])?["median"] is NSNull)
    #expect((first["latency_ms"] as? [String: Any])?["median"] is Double)
    #expect(summary["simulated"] as? Bool == true)
  }

  @Test func `connections are opened before anything is measured, so that every trial finds one`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff("suites/starter.json", models: [Stage.otter, Stage.badger], ["-c", "6"])
    #expect(ending.status == 0)
    let journal = try stage.latest("run.jsonl")
    #expect(journal.components(separatedBy: #""reused":true"#).count == 25)
    #expect(!journal.contains(#""reused":false"#))
  }

  @Test func `warm-ups are in the plan and in the table of attempts, and in no statistics`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try stage.suite("two", prompts: 2), ["--warmup", "3", "--json"])
    #expect(ending.error.hasPrefix("Plan: 5 requests (1 model × 2 prompts, 3 warm-ups each), no rate limit.\n"))
    #expect(ending.output.contains(#""trials":2"#))
    let rows = try stage.latest("report.csv").components(separatedBy: "\r\n").filter { $0.contains(":free,0,true,") }
    #expect(rows.count == 3)
    #expect(stage.simulator.counts.chatsByStatus == [200: 5])
  }

  @Test(
    arguments: [
      (#""send":"nothing""#, [], ""),
      (#""send":"json_schema""#, ["--max-tokens", "3"], "the answer ended at the limit of"),
    ] as [(String, [String], String)])
  func `answers that all lack their structure fail the run, cut off or not`(
    send: String, more: [String], words: String
  ) async throws {
    let stage = try Stage()
    let suite = try stage.write(
      #"{"name":"s","output":{"schema":"city: string, country: string",\#(send)},"prompts":[{"id":"a","prompt":"Hi"}]}"#,
      to: "s.json")
    let ending = try await stage.bakeOff(suite, more + ["--fail-on-checks"])
    #expect(ending.status == 1, "it said: \(ending.error)")
    #expect(
      ending.error.contains("Answers came, and none succeeded: 1 × invalid: \(words)"), "it said: \(ending.error)")
    #expect(try await stage.bakeOff(suite, more).status == 0)
    #expect(try stage.latest("report.md").contains("the answer lacks the structure asked for"))
  }

  @Test func `failed checks change the exit code only when asked`() async throws {
    let stage = try Stage()
    let suite = try stage.write(
      #"{"name":"strict","prompts":[{"id":"a","prompt":"Hi","checks":[{"type":"equals","value":"no such answer"}]}]}"#,
      to: "strict.json")
    #expect(try await stage.bakeOff(suite).status == 0)
    #expect(try await stage.bakeOff(suite, ["--fail-on-checks"]).status == 1)
  }

  @Test func `18 a rolling minute keeps the wire at 20 or fewer in any minute, and no request is refused`() async throws
  {
    let stage = try Stage(timeScale: 20, freeTier: FreeTier(perMinute: 20, perDay: 1000))
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 21), models: [Stage.otter, Stage.badger],
      ["--rate", "18/3s", "--connect-timeout", "250ms", "-c", "64"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    let counts = stage.simulator.counts
    #expect(counts.chatsByStatus == [200: 42])
    #expect(counts.busiestMinute <= 20)
    #expect(counts.busiestMinute > 10)
  }

  @Test func `an overrun minute is a measurement, told apart from a model's failure`() async throws {
    let stage = try Stage(timeScale: 1, freeTier: FreeTier(perMinute: 3, perDay: 1000))
    // One more than the minute takes: whatever was left when the first is refused would leave at the pace learned.
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 4), ["--timeout", "20s", "-c", "4", "--no-retry"])
    #expect(ending.status == 3)
    #expect(
      ending.error.contains("1 of 4 trials got no answer for reasons of the service: the evidence is incomplete."))
    #expect(try stage.latest("run.jsonl").contains(#""class":"rate_minute""#))
  }

  @Test func `an overrun minute is waited for, and then everything is answered`() async throws {
    // 23:59:36 by the server's clock: what it refuses it takes 24 seconds later, which a crowded machine needs to ask.
    let stage = try Stage(timeScale: 1, freeTier: FreeTier(perMinute: 60, perDay: 1000), startsAt: 1_795_132_776_000)
    let ending = try await stage.bakeOff(try stage.suite("many", prompts: 63), ["-c", "63"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("rate_minute: Rate limit exceeded: free-models-per-min. (again in "))
    #expect(ending.error.contains("The server allows 60 requests a minute: from now on 54/min leave."))
    #expect(stage.simulator.counts.chatsByStatus == [200: 63, 429: 3])
    #expect(
      try stage.latest("report.md").contains("Sent again: 3 requests failed and were retried (`rate_minute` 3 ×)"))
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
