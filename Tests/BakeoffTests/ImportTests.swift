import Foundation
import Support
import Testing

/// `bakeoff import` as a person meets it: what is written where, what is said, and what is left alone.
@Suite(.timeLimit(.minutes(5))) struct ImportTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  private func run(_ words: String...) async throws -> Tool.Ending {
    try await Tool.run(["import"] + words, in: folder)
  }

  @Test func `a file that is there already stays as it is`() async throws {
    try write("prompt\nHi\n", to: "t.csv")
    try write("mine", to: "suite.json")
    let ending = try await run("t.csv", "-o", "suite.json")
    #expect(ending.status == 74)
    #expect(
      ending.error == "Error: suite.json is there already and stays as it is: give another name, or remove it.\n")
    #expect(try String(contentsOfFile: folder.path("suite.json"), encoding: .utf8) == "mine")
  }

  @Test func `a file of which no suite can be made is told why`() async throws {
    try write("question\nHi\n", to: "t.csv")
    let ending = try await run("t.csv")
    #expect(ending.status == 65)
    #expect(
      ending.error
        == "Error: t.csv has no column 'prompt'. If 'question' holds the prompts, give '--prompt-column question'.\n")
    #expect(try await run("t.csv", "--prompt-column", "question").status == 0)
    #expect(try await run("none.csv").error == "Error: The file none.csv cannot be read: No such file or directory.\n")
  }

  @Test func `a suite that has to be mended is written and its problems are told`() async throws {
    try write(
      #"{"prompts":["Say {{p}}"],"tests":[{"vars":{"p":"("},"assert":[{"type":"regex","value":"{{p}}"}]}]}"#,
      to: "c.json")
    let ending = try await run("c.json", "-o", "suite.json")
    #expect(ending.status == 65)
    #expect(ending.error.hasPrefix("suite.json:"), "it said: \(ending.error)")
    #expect(ending.error.contains("'(' does not compile: expected ')'."))
    #expect(FileManager.default.fileExists(atPath: folder.path("suite.json")))
  }

  @Test func `the suite is written, what it lacks is said, and validate finds it good`() async throws {
    try write(
      #"{"prompts":["Say {{what}}"],"tests":[{"vars":{"what":"hi"},"assert":[{"type":"is-sql"}]}]}"#, to: "c.json")
    let ending = try await run("c.json", "-o", "suite.json", "--name", "mine")
    #expect(ending.status == 0)
    #expect(ending.output == "wrote  suite.json: 1 prompt\n")
    #expect(
      ending.error
        == "Warning: c.json:1:70: tests[0].assert[0]: The assertion 'is-sql' is left out: there is no such check.\n")
    let validation = try await Tool.run(["validate", "suite.json"], in: folder)
    #expect(validation.output == "suite.json: valid: 1 prompt, 0 checks\n")
  }

  @Test func `without a name the suite is printed, for another program to read`() async throws {
    try write("{\"input\":\"2+2=\",\"ideal\":\"4\"}\n", to: "my samples.jsonl")
    let ending = try await run("my samples.jsonl", "--expect", "contains")
    #expect(ending.status == 0)
    #expect(ending.error.isEmpty)
    #expect(
      ending.output == """
        {
          "name": "my samples",
          "prompts": [{ "id": "sample-1", "prompt": "2+2=", "checks": [{ "type": "contains", "value": "4" }] }]
        }

        """)
  }
}
