import Foundation
import Support
import Testing

/// What `bakeoff init` puts into a folder, and what it leaves alone there.
@Suite(.timeLimit(.minutes(5))) struct InitTests {
  private static let suite = "suites/starter.json"
  private static let schema = "suites/schema/suite.schema.json"
  private static let workflow = ".github/workflows/bakeoff.yml"

  private let folder = TemporaryFolder()

  // MARK: - Nothing is lost

  @Test func `a file that is there already stays as it is`() async throws {
    try write("mine", to: InitTests.suite)
    let ending = try await Tool.run(["init"], in: folder)
    #expect(ending.status == 0)
    #expect(try text(of: InitTests.suite) == "mine")
    #expect(ending.output.contains("kept   suites/starter.json              it is there already and stays as it is\n"))
    #expect(ending.output.contains("wrote  suites/schema/suite.schema.json  "))
  }

  @Test func `a link that leads nowhere is not written through`() async throws {
    try FileManager.default.createDirectory(atPath: folder.path("suites"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(InitTests.suite), withDestinationPath: folder.path("elsewhere"))
    #expect(try await Tool.run(["init"], in: folder).output.contains("kept   suites/starter.json"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("elsewhere")))
  }

  @Test func `where one file cannot be written none is left`() async throws {
    try write("", to: ".github")
    let ending = try await Tool.run(["init"], in: folder)
    #expect(ending.status == 74)
    #expect(
      ending.error == "Error: No file was written: cannot create .github/workflows: Not a directory.\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path(InitTests.suite)))
    #expect(!FileManager.default.fileExists(atPath: folder.path(InitTests.schema)))
  }

  @Test(arguments: [
    ("", "needs the name of a folder; leave it out for the present one."),
    (
      "my.json",
      "takes the name of a folder, and 'my.json' is one of a file: the suite that is written is suites/starter.json."
    ),
  ])
  func `what names no folder is refused, and nothing is written`(name: String, words: String) async throws {
    let ending = try await Tool.run(["init", name], in: folder)
    #expect(ending.status == 64)
    #expect(ending.error.hasPrefix("Error: '<folder>' \(words)\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  // MARK: - What is written

  @Test func `the suite and the schema are the shipped ones, and the suite finds its schema`() async throws {
    let ending = try await Tool.run(["init", "my bake-off"], in: folder)
    #expect(ending.status == 0)
    #expect(ending.output.contains("\n\nNext:\n  cd 'my bake-off'\n  bakeoff validate suites/starter.json\n"))
    #expect(
      ending.output.contains("\n  bakeoff demo   asks it of simulated models on this machine: no key, no network\n"))
    for file in [InitTests.suite, InitTests.schema] {
      let shipped = try String(contentsOfFile: "\(Tool.project)/\(file)", encoding: .utf8)
      #expect(try text(of: "my bake-off/\(file)") == shipped)
    }
    let suite = try JSONSerialization.jsonObject(with: Data(try text(of: "my bake-off/\(InitTests.suite)").utf8))
    let schema = try #require((suite as? [String: Any])?["$schema"] as? String)
    #expect(FileManager.default.fileExists(atPath: folder.path("my bake-off/suites/\(schema)")))
    #expect(try await Tool.run(["validate", "my bake-off/\(InitTests.suite)"], in: folder).status == 0)
  }

  // MARK: - The workflow

  /// An exit status of `bakeoff run`, and what becomes of the workflow's step.
  static let endings: [(run: Int, step: Int32)] = [
    (0, 0), (1, 1), (3, 0), (69, 0), (64, 64), (65, 65), (74, 74), (78, 78), (130, 130),
  ]

  @Test(arguments: endings)
  func `the workflow fails when a check does, and not when the service was busy`(ending: (run: Int, step: Int32))
    async throws
  {
    try fake("echo '# report' > report.md; exit \(ending.run)")
    let step = try await compare()
    #expect(step.status == ending.step)
    #expect(
      step.output.contains("::warning title=bakeoff::The evidence is incomplete") == [3, 69].contains(ending.run))
    #expect(try text(of: "summary.md") == "# report\n")
  }

  @Test func `the workflow's words are those of the program`() async throws {
    let stage = try Stage()
    try fake("exec '\(Tool.binary)' \"$@\" --endpoint \(stage.endpoint)")
    let step = try await compare()
    // The free router answers with models that fail some checks.
    #expect(step.status == 1, "it said: \(step.error)")
    #expect(try text(of: "summary.md").contains("openrouter/free"))
  }

  /// Runs the step of the workflow with our own `bakeoff` in the path.
  private func compare() async throws -> Tool.Ending {
    _ = try await Tool.run(["init"], in: folder)
    let workflow = try text(of: InitTests.workflow)
    let step = try #require(workflow.components(separatedBy: "- name: Compare\n").last)
    let script = try #require(step.components(separatedBy: "run: |\n").last?.components(separatedBy: "\n\n").first)
    #expect(script.contains("--fail-on-checks"))
    let models = try #require(workflow.firstMatch(of: /MODELS: (.+)/)?.output.1)
    return try await Tool.run(
      [], in: folder,
      environment: [
        "PATH": "\(folder.path("bin")):/usr/bin:/bin", "GITHUB_STEP_SUMMARY": folder.path("summary.md"),
        "MODELS": String(models),
      ], shell: "set -e\n" + script)
  }

  private func fake(_ script: String) throws {
    try write("#!/bin/sh\n\(script)\n", to: "bin/bakeoff")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/bakeoff"))
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: folder.path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func text(of name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }
}
