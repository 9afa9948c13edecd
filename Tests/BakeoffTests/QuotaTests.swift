import Foundation
import Simulator
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// Keys and the quota that hangs on them.
@Suite(.timeLimit(.minutes(5))) struct QuotaTests {
  private func stage(perDay: Int) throws -> Stage {
    try Stage(freeTier: FreeTier(perMinute: 1000, perDay: perDay), requiresKey: true, startsAt: 1_795_132_801_000)
  }

  private let options = ["--dialect", "openrouter", "--rate", "off", "--api-key-env", "K"]

  @Test func `a missing key is refused by the server, told once, and stops the run`() async throws {
    let stage = try stage(perDay: 50)
    let ending = try await stage.bakeOff(try stage.suite("many", prompts: 9), ["-c", "1"])
    #expect(ending.status == 78)
    #expect(ending.error.contains("Stopped: the endpoint wants a valid key (401: Missing Authentication header)."))
    #expect(stage.simulator.counts.chatsByStatus == [401: 1])
    #expect(ending.error.contains("The endpoint wants a key that it knows: name one with '--api-key-env NAME'."))
    #expect(try stage.latest("report.md").contains("the endpoint wants a valid key"))
  }

  @Test func `a wrong key is found out before anything is spent`() async throws {
    let stage = try stage(perDay: 50)
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 9), options, environment: ["K": "not-a-key-at-all"])
    #expect(ending.status == 78)
    #expect(ending.error.contains("refused the key"))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `a plan that is larger than the day's quota is refused before it begins`() async throws {
    let stage = try stage(perDay: 5)
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 9), options, environment: ["K": key])
    #expect(ending.status == 3)
    #expect(
      ending.error.contains(
        "Plan: 9 requests (1 model × 9 prompts), no rate limit; 5 of 5 free requests left today, 2 days needed.\n"))
    let words = "bakeoff " + stage.arguments("many.json", options).joined(separator: " ")
    #expect(
      ending.error.contains(
        """
        Error: Today's free quota is 4 requests too small for this plan. Choose:
          whole blocks while the quota lasts, the rest with --resume (2 days):
            \(words) --until-quota
          all the same, to be stopped where the quota ends:
            \(words) --yes

        """), "it said: \(ending.error)")
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `the day's end by our own count stops the run before the server has to refuse`() async throws {
    let stage = try stage(perDay: 5)
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 9), options + ["--yes", "-c", "1"], environment: ["K": key])
    #expect(ending.status == 3)
    let reason = "the quota of the day is spent (all 5 free requests of the day are booked); it is reset at "
    #expect(ending.error.contains("Stopped: " + reason))
    #expect(stage.simulator.counts.chatsByStatus == [200: 5])
    let journal = try stage.latest("run.jsonl")
    #expect(journal.components(separatedBy: #""not_sent":"\#(reason)"#).count == 5)
    #expect(try stage.latest("report.md").contains("all 5 free requests of the day are booked"))
  }

  @Test func `the day's end by the server's word stops the run at once, and what was measured is reported`()
    async throws
  {
    let stage = try stage(perDay: 5)
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 9), options + ["--yes", "-c", "1", "--ledger", "off"], environment: ["K": key])
    #expect(ending.status == 3)
    #expect(
      ending.error.contains("Stopped: the quota of the day is spent (429: Rate limit exceeded: free-models-per-day."))
    #expect(stage.simulator.counts.chatsByStatus == [200: 5, 429: 1])
    let journal = try stage.latest("run.jsonl")
    #expect(journal.split(separator: "\n").filter { $0.contains(#""not_sent":"the quota of the day"#) }.count == 3)
    #expect(try stage.latest("report.csv").contains("the quota of the day is spent"))
  }

  @Test func `the key is in no file and in nothing that is printed`() async throws {
    let stage = try stage(perDay: 50)
    let suite = try stage.write(
      #"{"name":"echo","prompts":[{"id":"a","prompt":"Repeat after me: \#(key)"}]}"#, to: "echo.json")
    let ending = try await stage.bakeOff(suite, options, environment: ["K": key])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("Warning: echo.json"))
    for text in [ending.error, ending.output, try stage.latest("report.md"), try stage.latest("report.csv")] {
      #expect(!text.contains(key))
    }
    #expect(!(try stage.latest("run.jsonl").contains(key)))
  }

  @Test func `a key is read from a file .env where the environment has none`() async throws {
    let stage = try stage(perDay: 50)
    _ = try stage.write("# mine\nexport K='\(key)'\n", to: ".env")
    #expect(try await stage.bakeOff(try stage.suite("one", prompts: 1), options).status == 0)
  }
}
