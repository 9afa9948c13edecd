import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// The program among faults of every kind for minutes: nothing lost, nothing counted twice, no limit exceeded.
@Suite(
  .serialized, .enabled(if: Soak.minutes != nil, "'make soak' runs it"), .timeLimit(.minutes(Soak.timeLimit)))
struct SoakTests {
  /// Requests in flight of one process.
  private static let concurrency = 4
  /// How many bytes more the process may have in the last quarter than in the second: what an allocator keeps of floods.
  private static let growth = 96 << 20
  /// Requests in a window of five seconds.
  private static let limit = 50

  @Test func `a long run accounts for every trial and every request, and grows no fatter`() async throws {
    let stage = try Stage(Soak.scenario(), freeTier: FreeTier(perMinute: 1_000_000, perDay: 1_000_000))
    let repetitions = Int(Soak.half * 100) / 20 + 1
    let program = try stage.start(
      prompts: 10, models: [Stage.otter, Stage.badger],
      ["--dialect", "openrouter", "-c", "8", "-n", "\(repetitions)", "--rate", "100/s", "-q"] + Fault.short)
    let memory = try await program.memory(for: Soak.half)
    program.send(SIGINT)
    let ending = try await program.ending()
    #expect(ending.status == 130, "it said: \(ending.error)")
    let run = try stage.journal()
    expectAccounted(run)
    let booked = try await stage.booked()
    #expect(run.attempts.count == stage.chats)
    #expect(booked == stage.chats)
    let quarter = memory.count / 4
    let (early, late) = (memory[quarter..<2 * quarter].min() ?? 0, memory.suffix(quarter).min() ?? 0)
    #expect(late - early <= Self.growth)
    try await stage.expectSound(ending)
    Soak.say(
      """
      one run among faults for \(Int(Soak.half)) s. \(words(on: [run]))
        Requests that the server saw: \(stage.chats); that the ledger booked: \(booked); in the journal: \(run.attempts.count).
        Memory: at least \(early >> 20) MB in the second quarter, \(late >> 20) MB in the last, \(ending.peakMemory >> 20) MB at most.
      """)
  }

  @Test func `runs that share a limit and are killed at any moment lose nothing and exceed nothing`() async throws {
    let stage = try Stage(
      Soak.scenario(), timeScale: 1, freeTier: FreeTier(perMinute: Self.limit, perDay: 1_000_000, window: 5_000))
    try stage.writeSuite(prompts: 8)
    let end = ContinuousClock.now + .seconds(Soak.half)
    let (kills, folders) = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for number in 0..<3 {
        group.addTask {
          var (kills, folders) = (0, [String]())
          while ContinuousClock.now < end {
            folders.append("reports\(number)-\(folders.count)")
            kills += try await course(on: stage, reports: folders[folders.count - 1])
          }
          return (kills, folders)
        }
      }
      return try await group.reduce(into: (0, [])) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
    }
    let runs = try folders.map { try JournalReader.load(#require(stage.latest(below: $0)).journal) }
    runs.forEach(expectAccounted)
    let (booked, attempts) = (try await stage.booked(), runs.reduce(0) { $0 + $1.attempts.count })
    let mostLost = kills * Self.concurrency
    #expect((stage.chats...stage.chats + mostLost).contains(booked))
    #expect((attempts...attempts + mostLost).contains(stage.chats))
    #expect(stage.simulator.counts.busiestMinute <= Self.limit)
    try stage.expectNoKey()
    Soak.say(
      """
      \(runs.count) runs, three at a time, killed \(kills) times and resumed. \(words(on: runs))
        Requests that the server saw: \(stage.chats); that the ledger booked: \(booked); in the journals: \(attempts). \
      A kill may take \(Self.concurrency) of each with it.
        The busiest five seconds had \(stage.simulator.counts.busiestMinute) requests of \(Self.limit) allowed.
      """)
  }

  /// Carries a run through to its end; how often it was killed on the way.
  private func course(on stage: Stage, reports: String) async throws -> Int {
    var kills = 0
    while true {
      let program = try stage.start(below: reports, concurrency: Self.concurrency)
      let isDoomed = kills < 3 && Bool.random()
      if isDoomed {
        try await Task.sleep(for: .milliseconds(.random(in: 50...4_000)))
        program.send(SIGKILL)
      }
      let ending = try await program.ending()
      guard ending.crashed else { return kills }
      #expect(isDoomed, "it said: \(ending.error)")
      kills += 1
    }
  }

  /// Every trial has its outcome, no attempt stands there twice, and none follows on an answer.
  private func expectAccounted(_ run: Run) {
    #expect(run.damagedLines == 0)
    #expect(Set(run.trials.map(\.trial)) == Set(run.record.plan.trials.map(\.number)))
    for attempts in Dictionary(grouping: run.attempts, by: \.trial).values {
      #expect(Set(attempts.map(\.attempt)).count == attempts.count)
      #expect(attempts.sorted { $0.attempt < $1.attempt }.dropLast().allSatisfy { !$0.outcome.kind.isAnswered })
    }
  }

  private func words(on runs: [Run]) -> String {
    let last = runs.flatMap { Dictionary($0.trials.map { ($0.trial, $0) }) { $1 }.values }
    let answered = last.count { $0.outcome?.isAnswered ?? false }
    let unsent = last.count { $0.outcome == nil }
    let classes = Set(runs.flatMap(\.attempts).map(\.outcome.kind)).count
    return "\(last.count) trials: \(answered) answered, \(last.count - answered - unsent) failed, \(unsent) not sent; "
      + "attempts ended in \(classes) classes."
  }
}

extension Stage {
  fileprivate func latest(below reports: String) -> RunFolder? {
    RunFolder.all(below: folder.path(reports)).first
  }

  /// The run below a folder: its next session, or a new one where there is none that can go on.
  fileprivate func start(below reports: String, concurrency: Int) throws -> Program {
    let earlier = latest(below: reports).flatMap { try? JournalReader.load($0.journal) }
    let words =
      earlier == nil
      ? runWords(models: [Stage.otter]) + [
        "--dialect", "openrouter", "-c", "\(concurrency)", "--rate", "40/5s", "--first-token-timeout", "2s",
        "--gap-timeout", "1s", "--timeout", "5s",
      ] : ["run", "--resume", "latest", "--endpoint", endpoint, "--api-key-env", "K"]
    return try Program(words + ["--reports", reports, "-q"], in: folder, environment: ["K": Stage.key])
  }
}
