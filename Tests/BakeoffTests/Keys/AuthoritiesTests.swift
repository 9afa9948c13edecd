import Foundation
import Support
import Testing

/// A server whose certificate is signed by an authority of its own, as behind a company's proxy.
@Suite(.timeLimit(.minutes(5)), .enabled(if: PrivateTLSServer.isPossible, "needs OpenSSL's command and Python"))
struct AuthoritiesTests {
  private let folder = TemporaryFolder()

  private func tool(_ words: [String], _ environment: [String: String] = [:]) async throws -> Tool.Ending {
    try await Tool.run(words, in: folder, environment: environment)
  }

  private func suite() throws -> String {
    let text = #"{"name":"one","prompts":[{"id":"p","prompt":"What is the capital of France?"}]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path("one.json")))
    return "one.json"
  }

  // SAD PATH

  @Test func `an unknown authority is refused, and the sentence names the ways to trust it`() async throws {
    let server = try PrivateTLSServer()
    try Data("SSL_CERT_FILE=\(server.folder.path("ca.pem"))\n".utf8)
      .write(to: URL(fileURLWithPath: folder.path(".env")))
    let ending = try await tool(["models", "--endpoint", server.endpoint])
    #expect(ending.status == 69)
    #expect(
      ending.error.contains("the certificate of localhost:\(server.port) could not be verified"), "\(ending.error)")
    #expect(
      ending.error.contains(
        "if you trust its authority, name the file of its certificate with '--ca-cert FILE', or in SSL_CERT_FILE, "
          + "SSL_CERT_DIR or CURL_CA_BUNDLE"))
  }

  @Test func `a name that the certificate does not have is mended by no authority`() async throws {
    let server = try PrivateTLSServer()
    let ending = try await tool([
      "models", "--endpoint", "https://127.0.0.1:\(server.port)/v1", "--ca-cert", server.folder.path("ca.pem"),
    ])
    #expect(ending.status == 69)
    #expect(
      ending.error.contains("the certificate of 127.0.0.1:\(server.port) could not be verified"), "\(ending.error)")
    #expect(!ending.error.contains("--ca-cert FILE"))
  }

  /// What is said of a file that is not there, or is not what it should be; nothing is sent.
  private static let unusable: [(path: String, words: String)] = [
    ("none.pem", ", none.pem, cannot be read: No such file or directory.\n"),
    ("folder", ", folder, cannot be read: Is a directory.\n"),
    ("empty.pem", "The file empty.pem of %s holds no certificate in PEM ('-----BEGIN CERTIFICATE-----').\n"),
    ("words.pem", "The file words.pem of %s holds no certificate in PEM ('-----BEGIN CERTIFICATE-----').\n"),
    ("broken.pem", "The file broken.pem of %s holds no certificate in PEM ('-----BEGIN CERTIFICATE-----').\n"),
    ("key.pem", "The file key.pem of %s holds no certificate in PEM ('-----BEGIN CERTIFICATE-----').\n"),
    ("ca.der", "Convert it: openssl x509 -inform der -in FILE -out FILE.pem\n"),
  ]

  @Test(arguments: unusable, ["--ca-cert", "SSL_CERT_FILE", "CURL_CA_BUNDLE"])
  func `a file without certificates is one sentence`(file: (path: String, words: String), source: String) async throws {
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    for (name, text) in [
      ("empty.pem", ""), ("words.pem", "Certificates\n"), ("ca.der", "0\u{2}"),
      ("broken.pem", "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n"),
      ("key.pem", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
    }
    let isOption = source == "--ca-cert"
    for command in [["models"], ["run", try suite(), "-m", "x"], ["plan", "one.json", "-m", "x"]] {
      let ending = try await tool(
        command + ["--endpoint", "https://localhost:1/v1"] + (isOption ? ["--ca-cert", file.path] : []),
        isOption ? [:] : [source: file.path])
      #expect(ending.status == 65, "it said: \(ending.error)")
      #expect(ending.error.hasPrefix("Error: The "))
      #expect(ending.error.hasSuffix(file.words.replacing("%s", with: source)), "it said: \(ending.error)")
      #expect(ending.error.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    (["--ca-cert", ""], [:], 64, "'--ca-cert <file>' needs the name of a file."),
    ([], ["SSL_CERT_DIR": "nowhere"], 65, "The folder nowhere of SSL_CERT_DIR is not there"),
  ])
  func `a name that is none is told`(words: [String], environment: [String: String], status: Int32, error: String)
    async throws
  {
    let ending = try await tool(["models", "--endpoint", "https://localhost:1/v1"] + words, environment)
    #expect(ending.status == status)
    #expect(ending.error.contains(error), "it said: \(ending.error)")
  }

  @Test func `without TLS no certificate of the environment is looked at`() async throws {
    let stage = try Stage()
    let ending = try await stage.run(
      ["models", "--endpoint", stage.endpoint], environment: ["SSL_CERT_FILE": "none.pem"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  // HAPPY PATH

  @Test(arguments: ["--ca-cert", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"])
  func `an authority that is named is believed, and told in plan and journal`(source: String) async throws {
    let server = try PrivateTLSServer()
    let path = server.folder.path(source == "SSL_CERT_DIR" ? "hashed" : "ca.pem")
    let isOption = source == "--ca-cert"
    let words = ["--endpoint", server.endpoint] + (isOption ? ["--ca-cert", path] : [])
    let environment = isOption ? [:] : [source: path]
    let models = try await tool(["models"] + words, environment)
    #expect(models.status == 0, "it said: \(models.error)")
    #expect(models.output.contains("own-model"))
    let run = try await tool(["run", try suite(), "-m", "own-model"] + words, environment)
    #expect(run.status == 0, "it said: \(run.error)")
    let others = isOption ? "the system's and " : ""
    #expect(
      run.error.contains("Authorities: \(others)\(path) (\(source)) vouch for https://localhost:\(server.port).\n"),
      "it said: \(run.error)")
    let plan = try await tool(["plan", "one.json", "-m", "own-model", "--json"] + words, environment)
    #expect(plan.output.contains(#""authorities":["\#(source) \#(path)"]"#), "it said: \(plan.output)")
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path("reports"))
    let journal = try folder.text("reports/\(try #require(reports.first))/run.jsonl")
    #expect(journal.contains(#""source":"\#(source)""#), "it says: \(journal)")
  }

  @Test func `an authority that is added takes none away`() async throws {
    let (first, second) = (try PrivateTLSServer(), try PrivateTLSServer())
    let environment = ["SSL_CERT_FILE": first.folder.path("ca.pem")]
    for server in [first, second] {
      let ending = try await tool(
        ["models", "--endpoint", server.endpoint, "--ca-cert", second.folder.path("ca.pem")], environment)
      #expect(ending.status == 0, "it said: \(ending.error)")
    }
    let ending = try await tool(["models", "--endpoint", second.endpoint], environment)
    #expect(ending.status == 69, "it said: \(ending.error)")
  }

  @Test func `a resumed run believes nobody by what it recorded`() async throws {
    let server = try PrivateTLSServer()
    let trust = ["--ca-cert", server.folder.path("ca.pem")]
    let run = try await tool(
      ["run", try suite(), "-m", "own-model", "-m", "gone", "--endpoint", server.endpoint] + trust + ["--any-model"])
    #expect(run.status == 0, "it said: \(run.error)")
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path("reports"))
    let path = folder.path("reports/\(try #require(reports.first))/run.jsonl")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let kept = lines.filter { !$0.contains(#""trial":1"#) }.joined(separator: "\n") + "\n"
    try Data(kept.utf8).write(to: URL(fileURLWithPath: path))
    let without = try await tool(["run", "--resume", "latest", "--any-model"])
    #expect(without.status == 69, "it said: \(without.error)")
    let with = try await tool(["run", "--resume", "latest", "--any-model"] + trust)
    #expect(with.status == 0, "it said: \(with.error)")
  }
}
