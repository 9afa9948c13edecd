internal import Arguments
internal import Benchmark

/// `bakeoff validate`: every problem of some suites at once.
struct ValidateCommand: Verb {
  var suites: [String] = []
  var isJSON = false
  var options = SuiteOptions()

  static let name = "validate"
  static let abstract = "Check suites and name every problem with its place."
  static let discussion = """
    With --json it prints an array for editors and scripts, empty when all is well: objects with file, line, column, \
    path (prompts[2].id), severity (error or warning) and message.

    Exit status: 0 all suites are good, 65 one is not.
    """
  static let arguments: [Argument<Self>] =
    [
      .positional("suite", \.suites, required: true, help: "A prompt suite in JSON; several are checked one by one."),
      .flag("json", \.isJSON, help: "Print the problems as a JSON array."),
    ] + SuiteOptions.arguments.map { $0.lifted(by: \.options) }

  func validate() throws(UsageError) {
    try options.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    var problems: [ProblemJSON] = []
    var isGood = true
    for path in suites {
      let examination = try SuiteExamination(of: path, options, in: context)
      isGood = isGood && examination.isGood
      if isJSON {
        problems += examination.problems
      } else {
        try tell(examination, to: context.console)
      }
    }
    if isJSON { try context.console.output(try ProblemJSON.text(of: problems) + "\n") }
    return isGood ? .success : .badData
  }

  private func tell(_ examination: SuiteExamination, to console: Console) throws {
    for sentence in examination.errors { console.say(sentence) }
    for sentence in examination.warnings { console.warn(sentence) }
    if let summary = try examination.summary() { try console.output("\(summary)\n") }
  }
}
