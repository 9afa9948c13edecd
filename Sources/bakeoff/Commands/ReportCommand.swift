internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting

/// `bakeoff report`: reports from recorded runs, without a network or a key.
struct ReportCommand: Verb {
  var runs: [String] = []
  var reports = "reports"
  var output = OutputOptions()

  static let name = "report"
  static let abstract = "Make reports from a recorded run, or print the tables of several."
  static let discussion = """
    A run is its folder, its name, a part of its id, its suite (the latest run of it), its run.jsonl, or 'latest'. \
    Without options the table is printed; of several runs, or of a folder of runs, one after the other.
    """

  static let arguments: [Argument<Self>] =
    [.positional("run", \.runs, required: true, help: "A recorded run, or 'latest'; several, or a folder of them.")]
    + OutputOptions.arguments.map { $0.lifted(by: \.output) }
    + [
      .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self())
        .titled("OUTPUT")
    ]

  func validate() throws(UsageError) {
    try output.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    let folders = try runs.flatMap { try self.folders(named: $0) }
    guard folders.count > 1 else { return try report(folders[0], in: context) }
    guard output.files.isEmpty else {
      throw Failure(
        .usage,
        "A report is of one run, and these are \(folders.count). Make each its own: 'bakeoff report RUN -o FILE'.")
    }
    context.console.say("\(folders.count) runs, a table each: what differs between runs is not compared here.")
    let statuses: [ExitStatus] = try folders.map { folder in
      if !output.isJSON { try context.console.output("\nRun \(TerminalText.oneLine(folder.id))\n") }
      return try report(folder, in: context)
    }
    return statuses.first { $0 != .success } ?? .success
  }

  /// The run that a word means, or the runs in the folder that it names, oldest first.
  private func folders(named word: String) throws -> [RunFolder] {
    let inside = FileSystem.isFolder(word) ? RunFolder.all(below: word).reversed() : []
    let isRun = FileSystem.isRegularFile(RunFolder(path: word).journal)
    return isRun || inside.isEmpty ? [try RunFolder.named(word, below: reports)] : Array(inside)
  }

  private func report(_ folder: RunFolder, in context: Context) throws -> ExitStatus {
    let recorded = try JournalReader.load(folder.journal)
    for warning in recorded.warnings { context.console.warn(warning) }
    let report = Report(recorded)
    let delivery = Delivery(options: output, console: context.console, token: String(context.random(), radix: 16))
    if output.files.isEmpty || output.usesStandardOutput {
      try delivery.deliver(report)
    } else {
      try delivery.write(report, to: output.files)
    }
    return recorded.damagedLines > 0 ? .badData : .success
  }
}
