import Benchmark
import Foundation
import Harness
import Simulator
import Support
import Testing

/// `bakeoff grade`: other checks on answers that are there already.
@Suite(.timeLimit(.minutes(5))) struct GradeTests {
  private static let question = "What is the capital of Australia? Answer with the name of the city only."

  private func suite(_ stage: Stage, _ checks: String, question: String = question, name: String) throws -> String {
    try stage.write(
      #"{"name":"s","prompts":[{"id":"a","prompt":"\#(question)","checks":[\#(checks)]},{"id":"b","prompt":"Why?"}]}"#,
      to: name)
  }

  /// A run whose only check fails.
  private func stage() async throws -> Stage {
    let stage = try Stage()
    let suite = try suite(stage, #"{"type":"contains","value":"no such word"}"#, name: "first.json")
    #expect(try await stage.bakeOff(suite, ["--fail-on-checks"]).status == 1)
    return stage
  }

  // SAD PATH

  @Test func `a suite that asks something else is refused, and nothing is written`() async throws {
    let stage = try await stage()
    let journal = try stage.latest("run.jsonl")
    let other = try suite(stage, "", question: "What is the capital of Canada?", name: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other])
    #expect(ending.status == 65)
    #expect(
      ending.error
        == """
        Error: other.json is not what the run asked, so its checks do not fit the answers:
          prompt 'a' asks something else now
        Put the texts back, give changed prompts new ids, or run the suite anew.

        """)
    #expect(try stage.latest("run.jsonl") == journal)
  }

  @Test func `a suite that asks for a structure that the run did not ask for is refused`() async throws {
    let stage = try await stage()
    let first = try stage.folder.text("first.json")
    let other = try stage.write(
      first.replacing(#""prompts""#, with: #""output": {"schema": "a: string"}, "prompts""#), to: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other])
    #expect(ending.status == 65)
    #expect(ending.error.contains("  prompt 'a' asks something else now\n"), "it said: \(ending.error)")
  }

  @Test func `a suite that shares no prompt with the run grades nothing of it, and is refused`() async throws {
    let stage = try await stage()
    let journal = try stage.latest("run.jsonl")
    let other = try stage.write(#"{"name":"s","prompts":[{"id":"c","prompt":"Why?"}]}"#, to: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other])
    #expect(ending.status == 65)
    #expect(ending.error.hasPrefix("Error: other.json shares no prompt with the run 20"), "it said: \(ending.error)")
    #expect(
      ending.error.hasSuffix(
        ": it has 'c', the run 'a', 'b'. Prompts are found by their ids; name the suite that the run was made of.\n"))
    #expect(try stage.latest("run.jsonl") == journal)
  }

  @Test(
    arguments: [
      (["grade", "no-such-run"], 64, "There is no run 'no-such-run'"),
      (["grade", "latest", "--suite", "none.json"], 65, "The suite none.json cannot be read"),
      (["grade", "latest", "--fit"], 64, "Unknown option '--fit'"), (["grade"], 64, "Missing expected argument"),
    ] as [([String], Int32, String)])
  func `a mistake is told`(words: [String], status: Int32, error: String) async throws {
    let stage = try await stage()
    let ending = try await stage.run(words)
    #expect(ending.status == status)
    #expect(ending.error.contains(error), "it said: \(ending.error)")
  }

  @Test func `programs of the new checks are not started unless they are allowed`() async throws {
    let stage = try await stage()
    let other = try suite(stage, #"{"type":"program","command":["touch","started"]}"#, name: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other])
    #expect(ending.status == 64)
    #expect(ending.error.contains("give '--allow-programs'"))
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("started")))
  }

  @Test func `a prompt that the suite has no more keeps its checks, and that is said`() async throws {
    let stage = try await stage()
    let other = try stage.write(#"{"name":"s","prompts":[{"id":"b","prompt":"Why?"}]}"#, to: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other, "--fail-on-checks"])
    #expect(ending.status == 1)
    #expect(ending.error.contains("other.json has no prompt 'a': its checks stay as they are."))
    #expect(ending.error.contains("No check has changed.\n"))
  }

  @Test func `a run that another process works on is refused before anything is looked at`() async throws {
    let stage = try Stage(timeScale: 0.1)
    let tool = try Tool(stage.arguments(try stage.suite("many", prompts: 40), ["-c", "1"]), in: stage.folder)
    tool.send(SIGSTOP, once: " done · ")
    await tool.waitForError(containing: " done · ")
    let ending = try await stage.run(["grade", "latest"])
    #expect(ending.status == 74)
    #expect(
      ending.error.hasPrefix("Error: The process \(tool.id) is working on the run "), "it said: \(ending.error)")
    tool.send(SIGKILL)
    _ = await tool.ending()
  }

  // HAPPY PATH

  @Test func `with nothing to grade it says so and makes the reports anew`() async throws {
    let stage = try await stage()
    let ending = try await stage.run(["grade", "latest"])
    #expect(ending.status == 0)
    #expect(ending.error.hasPrefix("No answer waits for a program or a judge.\nReport: "), "it said: \(ending.error)")
  }

  @Test func `changed checks are applied without a request, and the journal keeps the old ones`() async throws {
    let stage = try await stage()
    let sent = stage.simulator.counts.requests
    let other = try suite(stage, #"{"type":"length","unit":"words","max":50}"#, name: "other.json")
    let ending = try await stage.run(["grade", "latest", "--suite", other, "--fail-on-checks"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("The checks of 1 prompt are replaced by other.json.\n"))
    #expect(stage.simulator.counts.requests == sent)
    let lines = try stage.latest("run.jsonl").split(separator: "\n")
    #expect(lines.contains { $0.contains(#""kind":"prompt""#) && $0.contains("no such word") })
    #expect(lines.contains { $0.contains(#""kind":"checks""#) && $0.contains(#""unit":"words""#) })
    let report = try stage.latest("report.md")
    #expect(report.contains("- ✓ has at most 50 words"))
    #expect(!report.contains("no such word"))
    #expect(report.contains("**Checks**: replaced on "))
    #expect(try await stage.run(["report", "latest"]).output.contains("1/1"))
  }

  @Test func `a run goes on with the checks that count now`() async throws {
    let stage = try await stage()
    _ = try suite(stage, #"{"type":"length","unit":"words","max":50}"#, name: "first.json")
    #expect(try await stage.run(["grade", "latest", "--suite", "first.json"]).status == 0)
    let ending = try await stage.run(["run", "--resume", "latest", "first.json", "--fail-on-checks"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `new judges are planned, said and asked; without them nothing is sent`() async throws {
    let stage = try await stage()
    let sent = stage.simulator.counts.requests
    let judge = JudgeCheckTests.judge
    let check = #"{"type":"judge","rubric":"Right.","model":"\#(judge)"}"#
    let other = try suite(stage, check, name: "other.json")
    let silent = try await stage.run(["grade", "latest", "--suite", other, "--no-judges"])
    #expect(silent.status == 0, "it said: \(silent.error)")
    #expect(silent.error.contains("\n1 grade waits for judges, whom '--no-judges' leaves out.\n"))
    #expect(stage.simulator.counts.requests == sent)
    let ending = try await stage.run(["grade", "latest"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.error.contains("Plan: 1 request to judges (\(judge)), no rate limit.\n"))
    #expect(stage.simulator.counts.chatsByModel[judge] == 1)
    #expect(try stage.latest("report.md").contains(" from \(judge) for "))
    // An equal rule's grade is there already, whatever its weight and its name.
    let heavier = try suite(stage, check.replacing("}", with: #","weight":3,"name":"worth"}"#), name: "heavier.json")
    #expect(try await stage.run(["grade", "latest", "--suite", heavier]).status == 0)
    #expect(stage.simulator.counts.chatsByModel[judge] == 1)
    #expect(try stage.latest("report.md").contains("worth: "))
  }
}
