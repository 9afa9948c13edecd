import Foundation
import Simulator
import Support
import Testing

/// Checks that start programs, with the real binary.
@Suite(.timeLimit(.minutes(5))) struct ProgramCheckTests {
  private func suite(_ stage: Stage, command: String, script: String = "") throws -> String {
    _ = try stage.write(script, to: "grade.sh")
    return try stage.write(
      #"{"name":"programs","prompts":[{"id":"a","prompt":"Why?","checks":[{"type":"program","command":\#(command)}]}]}"#,
      to: "programs.json")
  }

  // SAD PATH

  @Test func `no program is started that nobody allowed, and nothing is sent`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try suite(stage, command: #"["sh","grade.sh"]"#, script: "touch started"))
    #expect(ending.status == 64)
    #expect(
      ending.error
        == "Error: The suite's checks start programs ('sh grade.sh' for the prompt 'a'), which can do all that you can. "
        + "If you trust them, give '--allow-programs'. Nothing was sent.\n")
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("started")))
  }

  @Test(arguments: [
    ("exit 7", "the program sh ended with status 7"),
    ("echo maybe", #"the program sh printed no JSON object: maybe\\n"#),
  ])
  func `a program that fails fails no answer: the check is ungraded`(script: String, reason: String) async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try suite(stage, command: #"["sh","grade.sh"]"#, script: script), ["--allow-programs", "--fail-on-checks"])
    #expect(ending.status == 3)
    #expect(ending.error.contains("1 grade is missing. Go on with: bakeoff run --resume"))
    #expect(ending.error.contains(" --allow-programs\n"))
    // Within the cell's list a backslash is two.
    #expect(try stage.latest("report.csv").contains("not graded: \(reason)"))
    #expect(try stage.latest("report.md").contains("- ? not graded: the program sh "))
    #expect(try stage.latest("report.md").contains("1 check could not be graded"))
  }

  @Test func `a run that was stopped has its answers looked at all the same: programs need no quota`() async throws {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 2), requiresKey: true)
    let check = #"{"type":"program","command":["echo","{\"passed\": true}"]}"#
    let prompts = (1...3).map { #"{"id":"p\#($0)","prompt":"What is \#($0) + 1?","checks":[\#(check)]}"# }
    let suite = try stage.write(#"{"name":"s","prompts":[\#(prompts.joined(separator: ","))]}"#, to: "s.json")
    let ending = try await stage.bakeOff(
      suite,
      ["--dialect", "openrouter", "--rate", "off", "--api-key-env", "K", "--yes", "-c", "1", "--allow-programs"],
      environment: ["K": "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)])
    #expect(ending.status == 3)
    #expect(ending.error.contains("Stopped: the quota of the day is spent"))
    #expect(ending.error.contains("Programs look at 2 answers.\n"), "it said: \(ending.error)")
    #expect(try stage.latest("run.jsonl").components(separatedBy: #""kind":"grade""#).count == 3)
  }

  // HAPPY PATH

  @Test func `a program reads the answer, and its verdict stands in the journal and in every report`() async throws {
    let stage = try Stage()
    let script = """
      grep -q '"prompt":"a"' && echo '{"score": 0.5, "reason": "half right | <b>"}'
      """
    let ending = try await stage.bakeOff(
      try suite(stage, command: #"["sh","./grade.sh"]"#, script: script), ["--allow-programs", "--fail-on-checks"])
    #expect(ending.status == 1)
    let journal = try stage.latest("run.jsonl")
    #expect(journal.contains(#""kind":"grade""#))
    #expect(journal.contains(#""grade":{"reason":"half right | <b>","score":0.5}"#))
    let report = try stage.latest("report.md")
    #expect(
      report.contains("- ✗ expected an answer that satisfies the program sh ./grade.sh; found score 0.5: half right"))
    #expect(report.contains("(score 0.50)"))
    #expect(!report.contains("<b>"))
    #expect(try stage.latest("report.csv").contains("found score 0.5: half right | <b>"))
    // Reports start no program: this one is gone.
    try FileManager.default.removeItem(atPath: stage.folder.path("grade.sh"))
    let again = try await stage.run(["report", "latest", "--json"])
    #expect(again.status == 0)
    #expect(again.output.contains(#""score":0.5"#))
  }

  @Test func `a program learns no secret, neither by its environment nor by what it reads`() async throws {
    let stage = try Stage()
    let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)
    let script = """
      env > seen.txt; cat >> seen.txt; echo '{"passed": true}'
      """
    let ending = try await stage.bakeOff(
      try suite(stage, command: #"["sh","grade.sh"]"#, script: script),
      ["--allow-programs", "--api-key-env", "MY_KEY"],
      environment: ["MY_KEY": key, "OTHER_TOKEN": "hush", "HOME": stage.folder.path])
    #expect(ending.status == 0, "it said: \(ending.error)")
    let seen = try stage.folder.text("seen.txt")
    #expect(seen.contains("HOME="))
    #expect(!seen.contains(key))
    #expect(!seen.contains("TOKEN"))
    #expect(!seen.contains("MY_KEY"))
  }
}
