internal import Arguments
internal import Benchmark

/// `bakeoff validate`: every problem of a suite at once.
struct ValidateCommand: Verb {
  var suites: [String] = []

  static let name = "validate"
  static let abstract = "Check suites and name every problem with its place."
  static let arguments: [Argument<Self>] = [
    .positional("suite", \.suites, required: true, help: "A prompt suite in JSON; several are checked one by one.")
  ]

  func run(in context: Context) async throws -> ExitStatus {
    var isGood = true
    for path in suites {
      let reading = SuiteReader.read(try SuiteFile.contents(of: path), path: path)
      for problem in reading.problems { context.console.say(problem.description) }
      for warning in reading.warnings { context.console.warn(warning.description) }
      if let suite = reading.suite {
        try context.console.output("\(path): \(summary(of: suite))\n")
      } else {
        isGood = false
      }
    }
    return isGood ? .success : .badData
  }

  private func summary(of suite: Suite) -> String {
    let checks = suite.prompts.map(\.checks.count).reduce(0, +)
    return "good: \(suite.prompts.count) prompt\(suite.prompts.count == 1 ? "" : "s"), "
      + "\(checks) check\(checks == 1 ? "" : "s")"
  }
}
