import Benchmark
import Foundation
import Simulator
import Testing

/// Faults that concern more than one trial: what they stop, what they leave alone, and what is counted.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SpreadTests {
  private func scenario(_ rules: String) throws -> Scenario {
    try Scenario.read(Array(#"{"rules": [\#(rules)]}"#.utf8), source: "test")
  }

  @Test(
    arguments: [("no-retry-401", 78), ("no-retry-402", 3), ("429-day", 3), ("429-day-high-balance", 3)]
      as [(String, Int32)])
  func `what concerns the whole account stops the run with its first request`(name: String, exit: Int32) async throws {
    let stage = try Stage(named: name)
    let ending = try await stage.run(prompts: 9, ["-c", "1"])
    #expect(ending.status == exit)
    #expect(stage.chats == 1)
    #expect(try stage.journal().trials.count == 9)
    try await stage.expectSound(ending)
  }

  @Test(arguments: [#"{"body": "upstream"}"#, #"{"body": "404"}"#, #"{"raw": "", "end": "reset"}"#])
  func `a fault of one model leaves the others alone`(effect: String) async throws {
    let stage = try Stage(scenario(#"{"when": {"model": "otter"}, "do": \#(effect)}"#))
    _ = try await stage.run(prompts: 4, models: [Stage.otter, Stage.badger], ["--no-retry"])
    let answered = try stage.journal().attempts.filter(\.outcome.kind.isAnswered)
    #expect(answered.map(\.requestedModel) == Array(repeating: Stage.badger, count: 4))
    #expect(stage.simulator.counts.chatsByModel[Stage.badger] == 4)
  }

  @Test func `a wait in the queue is no latency`() async throws {
    let stage = try Stage(named: "queue-latency")
    _ = try await stage.run(prompts: 20, ["-c", "1"])
    let latencies = try stage.journal().attempts.compactMap { attempt in
      attempt.timeline.lastToken.flatMap { last in attempt.timeline.sent.map { (last - $0).seconds * Stage.timeScale } }
    }
    try #require(latencies.count == 20)
    #expect(latencies.allSatisfy { $0 >= 1 }, "\(latencies)")
    // A queue of twenty would show as eleven seconds in the middle; what is over a second is the machine's, which may be
    // late at times.
    #expect(latencies.sorted()[10] < 10, "\(latencies)")
  }

  @Test func `a stall shows in what waited for it`() async throws {
    let stage = try Stage(named: "co-stall")
    _ = try await stage.run(prompts: 8, ["-c", "1"])
    let attempts = try stage.journal().attempts.sorted { $0.timeline.queued < $1.timeline.queued }
    let walls = attempts.map { ($0.timeline.ended - $0.timeline.queued).seconds * Stage.timeScale }
    #expect(walls[4] >= 5)
  }

  @Test(arguments: ["limiter-rate", "limiter-retry"])
  func `requests never leave faster than the limit, whatever becomes of them`(name: String) async throws {
    let stage = try Stage(Scenario.named(name), timeScale: 60, freeTier: FreeTier(perMinute: 1000, perDay: 1000))
    let ending = try await stage.run(prompts: 12, ["--rate", "8/s"])
    #expect(ending.error.contains("12/12 done"))
    let sent = try stage.journal().attempts.map(\.timeline).sorted { $0.admitted < $1.admitted }
    #expect(sent.count >= 12)
    // A token is granted between the two stamps: however late the machine stamps, none tells of too short a time.
    let interval = Nanoseconds.perSecond / 8
    for (index, first) in sent.enumerated() {
      for (later, last) in sent.enumerated().dropFirst(index + 1) {
        #expect(last.admitted - first.queued >= interval * Nanoseconds(later - index))
      }
    }
    #expect(stage.chats == sent.count)
  }

  @Test func `a share of faults takes no trial away and adds none`() async throws {
    let stage = try Stage(
      scenario(
        #"{"when": {"share": 0.3}, "do": {"body": "500"}}, {"when": {"share": 0.3}, "do": {"raw": "", "end": "close"}}"#
      ))
    let ending = try await stage.run(prompts: 40)
    let run = try stage.journal()
    #expect(run.trials.count == 40)
    #expect(run.attempts.count + run.attempts.count { $0.connection.dead != nil } == stage.chats)
    #expect(Set(run.attempts.map { [$0.trial, $0.attempt] }).count == run.attempts.count)
    try await stage.expectSound(ending)
  }
}
