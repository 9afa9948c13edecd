internal import Arguments
internal import Harness
internal import Reporting

/// `bakeoff init`: the files that a comparison of one's own begins with.
struct InitCommand: Verb {
  var folder: String?

  static let name = "init"
  static let abstract = "Write a starter suite, its schema for editors and a CI workflow."
  static let discussion = """
    Writes suites/starter.json, suites/schema/suite.schema.json and .github/workflows/bakeoff.yml into the folder. A \
    file that is there already is left as it is. The workflow fails when an answer fails a check, but not when the \
    free tier was busy or its quota spent.
    """

  static let arguments: [Argument<Self>] = [
    .positional("folder", \.folder, help: "Where to write; the present folder if none is named.")
  ]

  private static let keyPage = "https://openrouter.ai/settings/keys"

  func validate() throws(UsageError) {
    if folder?.isEmpty == true {
      throw .rule("'<folder>' needs the name of a folder; leave it out for the present one.")
    }
    if let folder, folder.hasSuffix(".json") {
      throw .rule(
        "'<folder>' takes the name of a folder, and '\(folder)' is one of a file: the suite that is written is "
          + "\(StarterKit.suite.path).")
    }
  }

  func run(in context: Context) async throws -> ExitStatus {
    let kit = StarterKit(folder: folder ?? "")
    let result = try result(of: kit)
    let rows =
      result.written.map { ("wrote", shown($0, of: kit), $0.purpose) }
      + result.kept.map { ("kept ", shown($0, of: kit), "it is there already and stays as it is") }
    let width = rows.map(\.1.count).max() ?? 0
    let lines = rows.map { "\($0)  \($1)\(String(repeating: " ", count: width - $1.count))  \($2)" }
    try context.console.output((lines + [""] + nextSteps).map { $0 + "\n" }.joined())
    return .success
  }

  private func result(of kit: StarterKit) throws -> StarterKit.Result {
    do {
      return try kit.write()
    } catch let error as FileError {
      throw Failure(.cannotWrite, "No file was written: \(error).")
    }
  }

  private func shown(_ file: StarterKit.File, of kit: StarterKit) -> String {
    TerminalText.escaped(CommandText.quoted(kit.path(of: file)))
  }

  private var nextSteps: [String] {
    let suite = StarterKit.suite.path
    return ["Next:"] + (folder.map { ["  cd \(TerminalText.escaped(CommandText.quoted($0)))"] } ?? [])
      + [
        "  bakeoff validate \(suite)",
        "  bakeoff demo   asks it of simulated models on this machine: no key, no network",
        "  export OPENROUTER_API_KEY=…   from \(InitCommand.keyPage)",
        "  bakeoff run \(suite) -m openrouter/free",
        "",
        "On GitHub the workflow needs the secret OPENROUTER_API_KEY and the variable BAKEOFF_REPOSITORY: the URL that",
        "bakeoff is cloned from. Both stand under Settings > Secrets and variables > Actions.",
      ]
  }
}
