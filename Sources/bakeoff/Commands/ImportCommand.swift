internal import Arguments
internal import Benchmark
internal import Harness
internal import Importing
internal import Reporting

/// `bakeoff import`: a suite made of what another tool's users have.
struct ImportCommand: Verb {
  private static let largest = 256 << 20

  var file = ""
  var output: String?
  var format: ForeignFormat?
  var comparison: Comparison?
  var promptColumn: String?
  var expectedColumn: String?
  var judge: String?
  var suiteName: String?
  var allowsOutside = false

  static let name = "import"
  static let abstract = "Make a suite of a promptfoo configuration, JSON Lines of samples, or a table."
  static let discussion = """
    Reads a promptfoo configuration in JSON with the files that it names; JSON Lines of samples as OpenAI's evals \
    ({"input": …, "ideal": …}) and fine-tuning ({"messages": …}) have them; and CSV with a column prompt, where the \
    columns id, expected and tags may stand beside it and any other fills {{its name}} in the prompts; other names of \
    the two are given with --prompt-column and --expected-column, for JSON Lines with any keys alike. The content \
    tells which it is, unless --from does. Whatever a suite cannot say is named with its place.

    Exit status: 0 a suite was made, 65 nothing could be made of the file or the suite has problems to mend, 74 it \
    cannot be written.
    """
  static let arguments: [Argument<Self>] = [
    .positional("file", \.file, help: "What is imported."),
    .option(
      "output", short: "o", \.output, valueName: "file",
      help: "Write the suite here, where no file stands yet; otherwise it is printed."),
    .option("from", \.format, valueName: "format", help: "What the file is."),
    .option(
      "prompt-column", \.promptColumn, valueName: "name",
      help: "What holds the prompts. Unless given: a table's column prompt; in JSON Lines the key input or messages."),
    .option(
      "expected-column", \.expectedColumn, valueName: "name",
      help: "What holds the expected answers. Unless given: a table's column expected; in JSON Lines the key ideal."),
    .option(
      "expect", \.comparison, valueName: "check",
      help: "How answers are compared with the expected ones of samples and tables: starts_with for samples unless "
        + "given, as evals do it, and equals for tables."),
    .option(
      "judge", \.judge, valueName: "model",
      help: "The model that judges where a promptfoo configuration leaves that to promptfoo."),
    .option("name", \.suiteName, valueName: "name", help: "The suite's name; the file's unless given."),
    .flag(
      "allow-outside", \.allowsOutside,
      help: "Let the file name others outside of its folder, or behind symbolic links."),
  ]

  func validate() throws(UsageError) {
    if output?.isEmpty == true { throw .rule("'-o <file>' needs the name of a file.") }
  }

  func run(in context: Context) async throws -> ExitStatus {
    let imported = try imported(in: context)
    for note in imported.notes { context.console.warn(note) }
    let path = output ?? "suite.json"
    let reading = SuiteReader.read(
      Array(imported.text.utf8), path: path,
      files: SuiteFolder(ofSuite: path, allowsOutside: allowsOutside, secrets: context.secrets()))
    try deliver(imported.text, of: reading.suite, to: context.console)
    for problem in reading.problems { context.console.say(problem.description) }
    return reading.suite == nil ? .badData : .success
  }

  /// - Throws: `Failure`.
  private func imported(in context: Context) throws -> ImportedSuite {
    do {
      let importer = Importer(
        name: suiteName ?? stem, file: file, comparison: comparison,
        columns: ImportColumns(prompt: promptColumn, expected: expectedColumn), judge: judge,
        files: SuiteFolder(ofSuite: file, allowsOutside: allowsOutside, secrets: context.secrets()))
      return try importer.suite(of: try FileSystem.read(file, limit: ImportCommand.largest), format: format)
    } catch let error as FileError {
      throw Failure(.badData, "The file \(file) cannot be read: \(error.reason).")
    } catch let error as ImportFailure {
      throw Failure(.badData, error.message, details: error.details)
    }
  }

  /// The file's name without folders and the last extension.
  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func deliver(_ text: String, of suite: Suite?, to console: Console) throws {
    guard let output else { return try console.output(text) }
    do {
      try NewFile.write(Array(text.utf8), to: output)
    } catch let error as FileError where error.isTaken {
      throw Failure(.cannotWrite, "\(output) is there already and stays as it is: give another name, or remove it.")
    } catch let error as FileError {
      throw Failure(.cannotWrite, "The suite \(output) cannot be written: \(error.reason).")
    }
    let counts = suite.map { ": \($0.prompts.count) prompt\($0.prompts.count == 1 ? "" : "s")" } ?? ""
    try console.output("wrote  \(TerminalText.escaped(output))\(counts)\n")
  }
}

extension ForeignFormat: ArgumentValue {}
extension Comparison: ArgumentValue {}
