internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting

/// `bakeoff report`: reports from a recorded run, without a network or a key.
struct ReportCommand: Verb {
  var run = ""
  var reports = "reports"
  var output = OutputOptions()

  static let name = "report"
  static let abstract = "Make reports from a recorded run."
  static let discussion = """
    A run is its folder, its name, its run.jsonl, or 'latest'. Without options the table is printed.
    """

  static let arguments: [Argument<Self>] =
    [.positional("run", \.run, help: "A recorded run, or 'latest'.")]
    + OutputOptions.arguments.map { $0.lifted(by: \.output) }
    + [
      .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self())
        .titled("OUTPUT")
    ]

  func validate() throws(UsageError) {
    try output.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    let folder = try RunFolder.named(run, below: reports)
    let recorded = try JournalReader.load(folder.journal)
    for warning in recorded.warnings { context.console.warn(warning) }
    let report = Report(recorded)
    let delivery = Delivery(options: output, console: context.console, token: String(context.random(), radix: 16))
    if output.files.isEmpty || output.usesStandardOutput {
      try delivery.deliver(report)
    } else {
      for file in output.files { try delivery.write(report, to: file) }
    }
    return recorded.damagedLines > 0 ? .badData : .success
  }
}
