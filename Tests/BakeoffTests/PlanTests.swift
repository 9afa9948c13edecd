import Foundation
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// What is said and chosen before anything is spent.
@Suite(.timeLimit(.minutes(5))) struct PlanTests {
  private static let options = ["--dialect", "openrouter", "--api-key-env", "K"]
  private static let unpaced = ["--rate", "off"]
  private let options = options + unpaced

  private func stage(perDay: Int, keepsPort: Bool = false) throws -> Stage {
    try Stage(
      freeTier: FreeTier(perMinute: 1000, perDay: perDay), requiresKey: true, startsAt: 1_795_132_801_000,
      keepsPort: keepsPort)
  }

  private func plan(
    _ stage: Stage, prompts: Int, models: [String] = [Stage.otter], _ more: [String], rate: [String] = unpaced
  ) async throws -> Tool.Ending {
    let words = stage.arguments(
      try stage.suite("many", prompts: prompts), models: models, Self.options + rate + more)
    return try await stage.run(["plan"] + words.dropFirst(), environment: ["K": key])
  }

  private func run(_ stage: Stage, prompts: Int, models: [String] = [Stage.otter], _ more: [String]) async throws
    -> Tool.Ending
  {
    try await stage.bakeOff(
      try stage.suite("many", prompts: prompts), models: models, options + more, environment: ["K": key])
  }

  @Test func `a plan is shown and nothing of it is sent`() async throws {
    let stage = try stage(perDay: 50)
    let ending = try await plan(
      stage, prompts: 4, models: [Stage.otter, Stage.badger], ["-n", "2", "--warmup", "1"], rate: [])
    #expect(ending.status == 0)
    #expect(
      ending.output
        == "Plan: 18 requests (2 models × 4 prompts × 2 repetitions, 1 warm-up each), at least 57 s at 18/min; "
        + "50 of 50 free requests left today, 32 afterwards.\n")
    #expect(ending.error.isEmpty)
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("reports")))
  }

  @Test func `a plan is an object for scripts, null where nothing is known`() async throws {
    let stage = try stage(perDay: 10)
    let ending = try await plan(stage, prompts: 4, ["--json"])
    #expect(
      ending.output == #"""
        {"authorities":[],"cost_usd":null,"days":1,"free_left_today":10,"free_per_day":10,"free_requests":4,"fresh_prompts":false,"judge_requests":0,"judges":[],"judging_themselves":[],"least_seconds":null,\#
        "models":["sim/swift-otter-8b:free"],"models_of_unknown_price":[],"prompts":4,"rate":null,"repetitions":1,\#
        "requests":4,"requests_planned":4,"shortage":0,"warm_ups":0}

        """#)
  }

  @Test func `a plan that is too large is shown with the choices there are`() async throws {
    let stage = try stage(perDay: 10)
    let ending = try await plan(stage, prompts: 4, models: [Stage.otter, Stage.badger], ["-n", "2"])
    #expect(ending.status == 3)
    #expect(ending.output.contains("10 of 10 free requests left today, 2 days needed."))
    let words =
      "bakeoff "
      + stage.arguments("many.json", models: [Stage.otter, Stage.badger], options + ["-n", "2"])
      .joined(separator: " ")
    #expect(
      ending.error
        == """
        Error: Today's free quota is 6 requests too small for this plan. Choose:
          less, so that it fits today (2 models × 4 prompts):
            \(words) --fit
          whole blocks while the quota lasts, the rest with --resume (2 days):
            \(words) --until-quota
          all the same, to be stopped where the quota ends:
            \(words) --yes

        """)
  }

  @Test func `trimming drops repetitions, then the model named last, and says so`() async throws {
    let stage = try stage(perDay: 5)
    let ending = try await run(stage, prompts: 4, models: [Stage.otter, Stage.badger], ["-n", "3", "--fit"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(
      ending.error.contains(
        "Trimmed to today's quota: 4 requests (1 model × 4 prompts), no rate limit; 5 of 5 free requests left today, "
          + "1 afterwards. Left out: \(Stage.badger).\n"))
    #expect(stage.simulator.counts.chatsByStatus == [200: 4])
    let journal = try stage.latest("run.jsonl")
    #expect(journal.contains(#""repetitions":1"#))
    #expect(!journal.contains(Stage.badger))
  }

  @Test func `what cannot be trimmed enough is refused`() async throws {
    let stage = try stage(perDay: 3)
    let ending = try await run(stage, prompts: 4, ["--fit"])
    #expect(ending.status == 3)
    #expect(
      ending.error.contains(
        "Error: Today's free quota is 1 request too small for this plan. Even one repetition of one model is more: "
          + "take a smaller suite, or give '--until-quota'.\n"))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `whole blocks are sent until the day's quota ends, and the next day goes on`() async throws {
    let stage = try stage(perDay: 5, keepsPort: true)
    let first = try await run(stage, prompts: 4, models: [Stage.otter, Stage.badger], ["--until-quota", "-c", "1"])
    #expect(first.status == 3)
    #expect(first.error.contains("Today: 4 requests in whole blocks; 4 are left for another day.\n"))
    let folder = try #require(first.error.firstMatch(of: /Report: (.*)\/report.md/)).1
    let sentence = #/4 trials are left; come back after 00:00 UTC, in .*\. Go on with: bakeoff run --resume /#
    #expect(first.error.contains(sentence), "it said: \(first.error)")
    #expect(first.error.hasSuffix("--resume \(folder) --endpoint \(stage.endpoint) --api-key-env K --until-quota\n"))
    #expect(stage.simulator.counts.chatsByStatus == [200: 4])
    #expect(
      try stage.latest("report.md").contains(
        "the quota of the day covers whole blocks up to here; the rest is for another day"))

    let sameDay = try await stage.run(
      ["run", "--resume", "latest", "--endpoint", stage.endpoint, "--api-key-env", "K", "--until-quota"],
      environment: ["K": key])
    #expect(sameDay.status == 3)
    #expect(
      sameDay.error.contains(
        "It does not cover one whole block (a prompt to every model). Come back after 00:00 UTC, in "))

    stage.simulator.stop()
    try stage.ageLedger(days: 1)
    let tomorrow = Simulator(
      SimulatorSettings(
        port: stage.port, timeScale: 50, freeTier: FreeTier(perMinute: 1000, perDay: 5),
        startsAt: 1_795_132_801_000 + 86_400_000))
    try tomorrow.start()
    let nextDay = try await stage.run(
      ["run", "--resume", "latest", "--endpoint", stage.endpoint, "--api-key-env", "K", "--until-quota"],
      environment: ["K": key])
    #expect(nextDay.status == 0, "it said: \(nextDay.error)")
    #expect(
      nextDay.error.hasPrefix(
        "Plan: 4 of 8 requests (2 models × 4 prompts), no rate limit; 5 of 5 free requests left today, 1 afterwards.\n")
    )
    #expect(tomorrow.counts.chatsByStatus == [200: 4])
    #expect(try stage.latest("report.csv").split(separator: "\r\n").count == 9)
  }

  @Test func `a day that ends before the plan says when to come back`() async throws {
    let stage = try stage(perDay: 5)
    let ending = try await run(stage, prompts: 9, ["--yes", "-c", "1"])
    #expect(ending.status == 3)
    #expect(ending.error.contains("\n4 trials are left; come back after 00:00 UTC, in "))
  }

  @Test func `three answers to one question are one too many`() async throws {
    let stage = try Stage()
    let both = try await stage.bakeOff("suites/starter.json", ["--fit", "--yes"])
    #expect(both.status == 64)
    #expect(
      both.error.hasPrefix(
        "Error: '--fit', '--until-quota' and '--yes' are three answers to one question: give one of them.\n"))
    let none = try await stage.run(["plan"])
    #expect(none.status == 64)
    #expect(
      none.error.hasPrefix(
        "Error: Name a suite, as in 'bakeoff run suites/starter.json', or a run to go on with: '--resume RUN'.\n"))
    let fitted = try await stage.run(["run", "--resume", "latest", "--fit"])
    #expect(
      fitted.error.hasPrefix(
        "Error: '--fit' trims a new plan; a run that is resumed keeps its own. Give '--until-quota' instead.\n"))
  }
}
