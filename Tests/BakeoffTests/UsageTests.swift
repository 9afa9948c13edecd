import Foundation
import Support
import Simulator
import Testing

/// What a person gets wrong before the first request: one sentence, one exit code, nothing sent.
@Suite(.timeLimit(.minutes(5))) struct UsageTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String]
    var status: Int32
    var error: String
    var environment: [String: String] = [:]

    init(
      _ intent: String, _ arguments: [String], _ status: Int32, _ error: String, _ environment: [String: String] = [:]
    ) {
      testDescription = intent
      self.arguments = arguments
      self.status = status
      self.error = error
      self.environment = environment
    }
  }

  private static let starter = "suites/starter.json"
  static let mistakes: [Mistake] = [
    Mistake("a mistyped command", ["rnu"], 64, "Error: Unknown command 'rnu'. Did you mean 'run'?\n"),
    Mistake(
      "a mistyped option", ["run", starter, "--modle", "x"], 64,
      "Error: Unknown option '--modle'. Did you mean '--model'?\n"),
    Mistake(
      "a rate that is none", ["run", starter, "--rate", "20/fortnight"], 64,
      "Error: The value '20/fortnight' is invalid for '--rate <rate>': say it as 20/min, 6/10s or off.\n"),
    Mistake(
      "a time that is none", ["run", starter, "--timeout", "soon"], 64,
      "Error: The value 'soon' is invalid for '--timeout <time>': say it as 500ms, 5s or 2min.\n"),
    Mistake(
      "no repetitions", ["run", starter, "-n", "0"], 64,
      "Error: The value '0' is invalid for '--repetitions <n>': give 1 to 100000.\n"),
    Mistake(
      "a temperature beyond the scale", ["run", starter, "--temperature", "3"], 64,
      "Error: The value '3.0' is invalid for '--temperature <t>': give a number from 0 to 2.\n"),
    Mistake(
      "JSON and a report on standard output", ["run", starter, "--json", "-o", "-"], 64,
      "Error: '--json' and '-o -' both write to standard output: give one of them.\n"),
    Mistake(
      "a report of unknown format", ["run", starter, "-o", "report.pdf"], 64,
      "Error: The name 'report.pdf' does not tell a format: end it in .md or .csv, or give '--format <format>'.\n"),
    Mistake(
      "a scheme that is neither http nor https", ["run", starter, "--endpoint", "gopher://host"], 64,
      "Error: The value 'gopher://host' is invalid for '--endpoint <url>'. An endpoint's scheme is http or https.\n"),
    Mistake(
      "a user and password in an endpoint", ["run", starter, "--endpoint", "http://me:secret@host"], 64,
      "Error: The value '…@host' is invalid for '--endpoint <url>'. An endpoint holds no user or password; give a key "
        + "with --api-key-env NAME instead.\n"),
    Mistake(
      "a key variable without a name", ["run", starter, "--api-key-env", ""], 64,
      "Error: '--api-key-env <name>' needs the name of a variable.\n"),
    Mistake(
      "a folder without a name", ["run", starter, "--reports", ""], 64,
      "Error: '--reports <folder>' needs the name of a folder.\n"),
    Mistake(
      "a report over the suite", ["run", "s.md", "-o", "s.md"], 64, "Error: '-o s.md' would write over the suite.\n"),
    Mistake(
      "repetitions beyond counting", ["run", starter, "-n", "1000000000"], 64,
      "Error: The value '1000000000' is invalid for '--repetitions <n>': give 1 to 100000.\n"),
    Mistake(
      "a key over plain http", ["run", starter, "--endpoint", "http://host.test/v1", "--api-key-env", "K"], 64,
      "Error: A key is not sent over plain http to host.test, where anybody on the way could read it: use https.\n",
      ["K": "sk-test-0123456789"]),
    Mistake(
      "no key for OpenRouter", ["run", starter, "-m", "x:free"], 78,
      "Error: There is no key: OPENROUTER_API_KEY is not set. Make a key at https://openrouter.ai/settings/keys and "
        + "set OPENROUTER_API_KEY, or write it into a file .env here. 'bakeoff demo' needs no key.\n"),
    Mistake(
      "a named key that is not there",
      ["run", starter, "--endpoint", "http://127.0.0.1:9/v1", "--api-key-env", "MY_KEY", "-m", "x"], 78,
      "Error: There is no key: MY_KEY is not set. Set MY_KEY, or write it into a file .env here.\n"),
    Mistake(
      "a key with a line in it", ["run", starter, "--endpoint", "https://h.test", "--api-key-env", "K", "-m", "x"], 78,
      "Error: The key in K cannot stand in a header: it is empty or holds spaces or control characters.\n",
      ["K": "a\nb"]),
    Mistake(
      "a suite that is not there", ["run", "nothing.json", "-m", "x"], 65,
      "Error: The suite nothing.json cannot be read: No such file or directory.\n"),
    Mistake(
      "a folder for a suite", ["run", "suites", "-m", "x"], 65,
      "Error: The suite suites is a folder: name a file in it, such as suites/code.json.\n"),
    Mistake(
      "an endpoint where nobody listens", ["run", starter, "--endpoint", "http://127.0.0.1:1/v1", "-m", "x"], 69,
      "Error: 127.0.0.1:1 cannot be reached: connection refused by 127.0.0.1:1.\n"),
    Mistake(
      "a report of nothing", ["report", "latest"], 64,
      "Error: There is no run in reports yet: 'bakeoff run' or 'bakeoff demo' makes one.\n"),
    Mistake(
      "a report of a run that is not there", ["report", "xyz"], 64,
      "Error: There is no run 'xyz': give a folder with a run.jsonl, a name, a suite, a part of an id, or 'latest'. "
        + "'bakeoff runs' lists them.\n"),
    Mistake(
      "a port that does not exist", ["simulate", "--port", "70000"], 64,
      "Error: The port 70000 does not exist: give 0 to 65535.\n"),
  ]

  @Test(arguments: mistakes)
  func `a mistake gets one sentence and its exit code`(mistake: Mistake) async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("suites"), withDestinationPath: Tool.project + "/suites")
    let ending = try await Tool.run(mistake.arguments, in: folder, environment: mistake.environment)
    #expect(ending.error.hasPrefix(mistake.error), "it said: \(ending.error)")
    #expect(ending.status == mistake.status)
    #expect(ending.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path("reports")))
  }

  @Test func `a suite's problems are all told at once, each with its place`() async throws {
    let stage = try Stage()
    let suite = try stage.write(
      """
      {
        "name": "bad",
        "prompts": [
          { "id": "a", "prompt": "Hi", "checks": [{ "type": "contians", "value": "x" }] },
          { "id": "a", "prompt": "" }
        ]
      }
      """, to: "bad.json")
    for command in [["run", suite, "--endpoint", stage.endpoint, "-m", Stage.otter], ["validate", suite]] {
      let ending = try await stage.run(command)
      #expect(ending.status == 65)
      #expect(ending.error.contains("bad.json:4:55: prompts[0].checks[0].type: 'contians' is not a kind of check."))
      #expect(ending.error.contains("bad.json:5:13: prompts[1].id: 'a' is the id of the prompt on line 4."))
      #expect(ending.error.contains("bad.json:5:28: prompts[1].prompt: The prompt is empty."))
    }
    #expect(stage.simulator.counts.requests == 0)
  }

  @Test func `a suite of no prompts has a sentence of its own`() async throws {
    let stage = try Stage()
    let ending = try await stage.run(["validate", try stage.write(#"{"name":"x","prompts":[]}"#, to: "x.json")])
    #expect(ending.status == 65)
    #expect(
      ending.error.contains("x.json:1:23: prompts: This is a suite of zero prompts. Add one at least."),
      "it said: \(ending.error)")
  }

  @Test func `the shipped suites are good`() async throws {
    let stage = try Stage()
    let files = try FileManager.default.contentsOfDirectory(atPath: Tool.project + "/suites")
    let suites = files.filter { $0.hasSuffix(".json") }
    #expect(suites.count >= 9)
    for name in suites {
      let ending = try await stage.run(["validate", "suites/\(name)"])
      #expect(ending.status == 0, "it said: \(ending.error)")
      #expect(ending.output.hasPrefix("suites/\(name): valid: "))
    }
  }
}
