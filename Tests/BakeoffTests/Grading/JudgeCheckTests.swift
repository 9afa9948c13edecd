import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// Checks that ask a judge model, with the real binary and a simulated judge.
@Suite(.timeLimit(.minutes(5))) struct JudgeCheckTests {
  static let judge = "northlight/aurora-70b-instruct:free"

  private func suite(_ stage: Stage, _ more: String = "", model: String = judge, name: String = "judged") throws
    -> String
  {
    let check = #"{"type":"judge","rubric":"Right and short.","model":"\#(model)"\#(more)}"#
    let prompts = ["Australia", "Canada"].map { country in
      #"{"id":"\#(country)","prompt":"What is the capital of \#(country)?","checks":[\#(check)]}"#
    }
    return try stage.write(#"{"name":"\#(name)","prompts":[\#(prompts.joined(separator: ","))]}"#, to: "\(name).json")
  }

  private func run(_ stage: Stage) throws -> Run {
    try JournalReader.load(try #require(RunFolder.all(below: stage.folder.path("reports")).first).journal)
  }

  private func judged(_ stage: Stage) -> Int { stage.simulator.counts.chatsByModel[Self.judge] ?? 0 }

  // SAD PATH

  @Test(
    arguments: [
      ("no/such:free", [], "does not list the model 'no/such:free'"),
      ("paid/one", [], "may cost money: its id does not end in ':free'"),
      (judge, ["--max-cost", "0.1", "--allow-paid"], nil),
    ] as [(String, [String], String?)])
  func `a judge is held against the catalogue and the purse before anything is sent`(
    model: String, words: [String], error: String?
  ) async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try suite(stage, model: model), ["--dialect", "openrouter", "--rate", "off", "--ledger", "off"] + words)
    #expect((ending.status == 64) == (error != nil), "it said: \(ending.error)")
    if let error { #expect(ending.error.contains(error)) }
    #expect(stage.simulator.counts.chatsByStatus.isEmpty == (error != nil))
  }

  @Test func `a plan without quota for its judges is refused before it begins`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 3), requiresKey: true)
    let ending = try await stage.bakeOff(
      try suite(stage), ["--dialect", "openrouter", "--rate", "off", "--api-key-env", "K"],
      environment: ["K": "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)])
    #expect(ending.status == 3)
    #expect(
      ending.error.contains(
        "Plan: 2 requests (1 model × 2 prompts) and up to 2 to judges (\(Self.judge)), no rate limit; 3 of 3 free "
          + "requests left today"))
    #expect(ending.error.contains("Today's free quota is 1 request too small for this plan."))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `a judge that answers nonsense fails nobody, and is asked again when the run is resumed`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try suite(stage, #","parameters":{"max_tokens":2}"#), ["--fail-on-checks"])
    #expect(ending.status == 3, "it said: \(ending.error)")
    #expect(ending.error.contains("2 grades are missing. Go on with: bakeoff run --resume"))
    #expect(try run(stage).grades.allSatisfy { $0.grade.failure?.contains("answered with no JSON object") == true })
    #expect(
      try stage.latest("report.md").contains("- ? not graded: the judge \(Self.judge) answered with no JSON object"))
    _ = try await stage.run(["run", "--resume", "latest"])
    #expect(judged(stage) == 4)
  }

  @Test func `a judge that is a contestant too is told before and after it judges itself`() async throws {
    let stage = try Stage()
    let words = ["Judge: \(Self.judge) is the model of \(Self.judge) too, and judges its own answers."]
    let suite = try suite(stage)
    let plan = try await stage.run(
      ["plan"] + stage.arguments(suite, models: [Stage.otter, Self.judge]).dropFirst())
    #expect(plan.output.contains(words[0]), "it said: \(plan.output)\(plan.error)")
    #expect(!(try await stage.run(["plan"] + stage.arguments(suite).dropFirst())).output.contains("Judge:"))
    let ending = try await stage.bakeOff(suite, models: [Stage.otter, Self.judge])
    #expect(ending.error.contains(words[0]))
    let note = "The judge \(Self.judge) is the model of \(Self.judge): it judges its own answers, which models tend to"
    #expect(ending.output.replacing("\n", with: " ").contains(note), "it said: \(ending.output)")
    let silent = try await stage.bakeOff(suite, models: [Stage.otter, Self.judge], ["--no-judges"])
    #expect(!silent.error.contains("Judge:"))
    #expect(!silent.output.contains("its own answers"))
  }

  // HAPPY PATH

  @Test func `judges are planned, asked after the answers, blind, and their words are kept`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try suite(stage), models: [Stage.otter, Stage.badger], ["-c", "2"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(
      ending.error.contains(
        "Plan: 4 requests (2 models × 2 prompts) and up to 4 to judges (\(Self.judge)), no rate limit.\n"))
    #expect(ending.error.contains("Judging: 4 requests to \(Self.judge).\n"))
    #expect(judged(stage) == 4)
    let run = try run(stage)
    #expect(run.attempts.count == 4)
    #expect(run.grades.count == 4)
    let lastAnswer = try #require(run.attempts.map(\.timeline.ended).max())
    #expect(run.grades.allSatisfy { $0.grade.score != nil })
    #expect(run.judgements.count == 4)
    for request in run.judgements.map(\.request) {
      #expect(request.requestedModel == Self.judge)
      #expect(request.usage?.totalTokens != nil)
      #expect(request.answer.contains("score"))
      #expect(request.timeline.queued >= lastAnswer)
    }
    let report = try stage.latest("report.md")
    #expect(
      report.contains(/gets 7 of 10 or more from .*; found \d of 10: It (misses|does most)|: \d+ of 10: It does what/))
    #expect(report.contains("**Judge northlight/aurora-70b-instruct:free**: 4 requests, "))
  }

  @Test func `a comparison asks about each pair in both orders`() async throws {
    let stage = try Stage()
    let models = [Stage.otter, Stage.badger, "northlight/aurora-mini-3b:free"]
    let ending = try await stage.bakeOff(try suite(stage, #","compare":true"#), models: models)
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("and up to 12 to judges"))
    #expect(judged(stage) == 12)
    let run = try run(stage)
    #expect(run.grades.count == 6)
    #expect(run.grades.allSatisfy { $0.against != nil && [0, 0.5, 1].contains($0.grade.score) })
    #expect(run.judgements.count { $0.against != nil } == 12)
    #expect(try stage.latest("report.md").contains(" of 10: "))
  }

  @Test func `what was left to judge is judged by a resumed run, and never twice`() async throws {
    let stage = try Stage()
    let first = try await stage.bakeOff(try suite(stage), ["--no-judges"])
    #expect(first.status == 0)
    #expect(judged(stage) == 0)
    #expect(try stage.latest("report.md").contains("- ? not graded: nobody has graded it yet"))
    let second = try await stage.run(["run", "--resume", "latest"])
    #expect(second.status == 0, "it said: \(second.error)")
    #expect(second.error.contains("Plan: 0 of 2 requests (1 model × 2 prompts) and up to 2 to judges"))
    #expect(judged(stage) == 2)
    #expect(try await stage.run(["run", "--resume", "latest"]).error.contains("Nothing is left to send"))
    #expect(stage.simulator.counts.chatsByStatus == [200: 4])
  }

  @Test func `stopped while it judges, a run keeps what was said and asks for the rest later`() async throws {
    let stage = try Stage(timeScale: 0.1)
    let suite = try suite(stage)
    let tool = try Tool(stage.arguments(suite, ["-c", "1"]), in: stage.folder)
    tool.send(SIGINT, once: "Judging: 2 requests")
    let ending = await tool.ending()
    #expect(ending.status == 130, "it said: \(ending.error)")
    #expect(try run(stage).attempts.count == 2)
    let rest = try await stage.run(["run", "--resume", "latest"])
    #expect(rest.status == 0, "it said: \(rest.error)")
    #expect(Set(try run(stage).grades.filter { $0.grade.score != nil }.map(\.trial)).count == 2)
    #expect(stage.simulator.counts.chatsByStatus[200] ?? 0 <= 5)
  }
}
