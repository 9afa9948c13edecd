import Benchmark
import Simulator
import Testing

/// A run that a server slowed down says why.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SlownessTests {
  private static let rules = """
    {"when": {"model": "otter", "of_model": 1}, "do": {"status": 429,
      "body": "{\\"error\\":{\\"message\\":\\"free-models-per-min. \\"}}",
      "headers": {"X-RateLimit-Limit": "40", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "{ms+2}"}}},
    {"when": {"model": "badger", "of_model": 1}, "do": {"body": "upstream-retry-after"}}
    """

  @Test func `a report says which limit was learned, what was waited for, and who was left alone`() async throws {
    let scenario = try Scenario.read(Array(#"{"name": "slow", "rules": [\#(Self.rules)]}"#.utf8), source: "slow.json")
    let stage = try Stage(scenario, timeScale: 1)
    let ending = try await stage.run(models: [Stage.otter, Stage.badger], ["--order-seed", "1"])
    let report = try stage.text("report.md")
    #expect(report.contains("allows 40 requests a minute: the run went on at 36/min, where nothing had limited it."))
    #expect(report.contains(" | a limit of the account was used up, and nothing might leave (1 refusal, the longest"))
    #expect(report.contains("sim/steady-badger-24b:free** was left alone for "))
    #expect(ending.error.contains(" s for a limit that was used up"))
    try await stage.expectSound(ending)
  }
}
