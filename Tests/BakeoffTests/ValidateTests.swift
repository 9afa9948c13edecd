import Foundation
import Support
import Testing

/// What `bakeoff validate` says of several suites at once, to people and to scripts.
@Suite(.timeLimit(.minutes(5))) struct ValidateTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
  }

  private func validate(_ words: String...) async throws -> Tool.Ending {
    try await stage.run(["validate"] + words)
  }

  private func bad() throws -> String {
    try stage.write(#"{"name":"x","prompts":[{"id":"a","prompt":"Hi","chekcs":[]}]}"#, to: "bad.json")
  }

  private func leaky() throws -> String {
    try stage.write(
      #"{"name":"x","prompts":[{"id":"a","prompt":"sk-or-v1-\#(String(repeating: "0a", count: 32))"}]}"#,
      to: "leaky.json")
  }

  private static let badWords =
    "'chekcs' is not a key of a prompt. Did you mean 'checks'?"
  private static let leakyWords = "This looks like an API key. Take it out of the file and revoke it."

  @Test func `a suite that cannot be read keeps no other from being checked`() async throws {
    let ending = try await validate("nothing.json", try bad(), try stage.suite("good", prompts: 2))
    #expect(ending.status == 65)
    #expect(ending.output == "good.json: valid: 2 prompts, 0 checks\n")
    #expect(ending.error.contains("The suite nothing.json cannot be read: No such file or directory.\n"))
    #expect(ending.error.contains("bad.json:1:48: prompts[0].chekcs: \(ValidateTests.badWords)"))
  }

  @Test func `a warning leaves a suite good`() async throws {
    let ending = try await validate(try leaky())
    #expect(ending.status == 0)
    #expect(ending.error == "Warning: leaky.json:1:43: prompts[0].prompt: \(ValidateTests.leakyWords)\n")
    #expect(ending.output == "leaky.json: valid: 1 prompt, 0 checks\n")
  }

  @Test func `scripts get all problems of all suites as one array`() async throws {
    let ending = try await validate("nothing.json", try bad(), try leaky(), "--json")
    #expect(ending.status == 65)
    #expect(ending.error.isEmpty)
    #expect(
      ending.output == #"""
        [{"column":null,"file":"nothing.json","line":null,"message":"The suite nothing.json cannot be read: \#
        No such file or directory.","path":"","severity":"error"},\#
        {"column":48,"file":"bad.json","line":1,"message":"\#(ValidateTests.badWords)","path":"prompts[0].chekcs",\#
        "severity":"error"},{"column":43,"file":"leaky.json","line":1,"message":"\#(ValidateTests.leakyWords)",\#
        "path":"prompts[0].prompt","severity":"warning"}]

        """#)
  }

  @Test func `scripts get an empty array when all is well`() async throws {
    let ending = try await validate(try stage.suite("good", prompts: 1), "--json")
    #expect(ending.status == 0)
    #expect(ending.output == "[]\n")
  }
}
