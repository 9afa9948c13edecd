import Foundation
import Support
import Testing

@testable import bakeoff

/// `.env` as Notepad, PowerShell, shells and other tools write it; it gives keys and nothing else.
@Suite(.timeLimit(.minutes(5))) struct DotEnvTests {
  @Test(arguments: [
    ("\u{FEFF}K=sk-abc\r\n", "sk-abc"), ("K=sk-abc   # mine", "sk-abc"), ("K=sk-abc\t# mine", "sk-abc"),
    ("K=sk#abc", "sk#abc"), ("K=#abc", "#abc"), ("K= # none", ""), ("K=", ""), ("K = sk-abc ", "sk-abc"),
    (#"K="sk-abc" # mine"#, "sk-abc"), (#"K='sk-abc'# mine"#, "sk-abc"), (#"K="sk # abc""#, "sk # abc"),
    (#"K='sk " abc'"#, #"sk " abc"#), (#"K="a\"b\\c\d""#, #"a"b\c\d"#), (#"K='a\"b'"#, #"a\"b"#),
    (#"K="open"#, #""open"#), (#"K="open # mine"#, #""open"#), ("export K=sk-abc", "sk-abc"),
    ("export\tK=sk-abc", "sk-abc"), ("exportK=sk-abc", nil), ("#K=sk-abc", nil), ("  # K=x", nil), ("K", nil),
    ("K=one\nK=two", "two"), ("\u{FEFF}# first\nK=sk-abc", "sk-abc"),
  ])
  func `a value is what other readers of such files take`(text: String, value: String?) {
    #expect(DotEnv(text)["K"] == value)
  }

  @Test func `its secrets are its values, but for plain words`() {
    let text = "A=sk-abc-12345\nNODE_ENV=production\nDB_PASSWORD=correcthorse\nURL=postgres://me:pw@host\nE="
    #expect(DotEnv(text).secrets.sorted() == ["correcthorse", "postgres://me:pw@host", "sk-abc-12345"])
  }

  @Test func `a mark and a comment do not hide the key from a run`() async throws {
    let stage = try Stage(requiresKey: true)
    let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)
    _ = try stage.write("\u{FEFF}export MYKEY=\"\(key)\"   # mine\r\n", to: ".env")
    let ending = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["--api-key-env", "MYKEY"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `UTF-16 is told`() async throws {
    let stage = try Stage()
    let text = "K=sk-abc".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try Data([0xFF, 0xFE] + text).write(to: URL(fileURLWithPath: stage.folder.path(".env")))
    let ending = try await stage.run(["models", "--endpoint", stage.endpoint, "--api-key-env", "K"])
    #expect(ending.status == 78)
    #expect(ending.error.contains("the file .env is not used: it is UTF-16; save it as UTF-8.\n"))
  }

  @Test func `it sets neither endpoint, nor ledger, nor proxy, nor authorities`() async throws {
    let stage = try Stage()
    _ = try stage.write(
      """
      BAKEOFF_ENDPOINT=http://127.0.0.1:9/v1
      BAKEOFF_LEDGER=other.sqlite
      http_proxy=http://127.0.0.1:9
      all_proxy=http://127.0.0.1:9
      SSL_CERT_FILE=nothing.pem
      CURL_CA_BUNDLE=nothing.pem
      """, to: ".env")
    let plan = try await stage.run(["plan", try stage.suite("one", prompts: 1), "-m", "x:free"])
    #expect(plan.status == 78, "it said: \(plan.error)")
    #expect(plan.error.contains("OPENROUTER_API_KEY is not set"))
    let models = try await stage.run(["models"], environment: ["BAKEOFF_ENDPOINT": stage.endpoint])
    #expect(models.status == 0, "it said: \(models.error)")
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("other.sqlite")))
  }

  @Test(arguments: [
    (
      ["models"], "ftp://x",
      "Error: The value 'ftp://x' of the variable BAKEOFF_ENDPOINT is invalid. An endpoint's scheme"
    ),
    (
      ["models"], "http://me:secret@host/v1",
      "Error: The value '…@host/v1' of the variable BAKEOFF_ENDPOINT is invalid."
    ),
  ])
  func `a default endpoint that is none is told with its variable`(
    command: [String], value: String, words: String
  ) async throws {
    let ending = try await Tool.run(command, in: TemporaryFolder(), environment: ["BAKEOFF_ENDPOINT": value])
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix(words), "it said: \(ending.error)")
  }

  @Test func `the environment's endpoint is the default, and the option wins`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("one", prompts: 1)
    let run = try await stage.run(["run", suite, "-m", Stage.otter], environment: ["BAKEOFF_ENDPOINT": stage.endpoint])
    #expect(run.status == 0, "it said: \(run.error)")
    #expect(try stage.latest("run.jsonl").contains(#""base_url":"\#(stage.endpoint)""#))
    let other = try await stage.bakeOff(suite, environment: ["BAKEOFF_ENDPOINT": "http://127.0.0.1:9/v1"])
    #expect(other.status == 0, "it said: \(other.error)")
    #expect(try await stage.run(["run", "--help"]).output.contains("$BAKEOFF_ENDPOINT"))
  }
}
