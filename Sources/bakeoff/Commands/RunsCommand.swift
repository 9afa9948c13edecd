internal import Arguments
internal import Benchmark
internal import Harness
internal import Reporting

/// `bakeoff runs`: what was recorded so far.
struct RunsCommand: Verb {
  /// Enough to find the one that is meant, and read in a moment.
  private static let usualCount = 20

  var showsAll = false
  var isJSON = false
  var reports = "reports"

  static let name = "runs"
  static let abstract = "List recorded runs: when, which suite and models, how far they came, what passed."
  static let discussion = """
    The newest comes first. What stands under RUN is enough to name it, as in 'bakeoff report RUN': the name that it \
    was given, or a part of its id. A suite's name means its latest run, 'latest' the latest of all that came further \
    than a refused key or a wrong address.
    """

  static let arguments: [Argument<Self>] = [
    .flag("all", \.showsAll, help: "List all, not the newest \(usualCount) alone."),
    .flag("json", \.isJSON, help: "Print an object a line for scripts."),
    .option("reports", \.reports, valueName: "folder", help: "Where runs are kept.", default: Self()),
  ]

  func run(in context: Context) async throws -> ExitStatus {
    let all = RunFolder.all(below: reports)
    let shown = all.prefix(showsAll ? all.count : RunsCommand.usualCount).map { RunListing($0, in: context) }
    if isJSON {
      try context.console.output(shown.map { $0.json + "\n" }.joined())
      return .success
    }
    guard !all.isEmpty else {
      try context.console.output("There is no run in \(reports) yet: 'bakeoff run' or 'bakeoff demo' makes one.\n")
      return .success
    }
    try context.console.output(table(of: shown, context).text(width: context.console.outputWidth))
    if shown.count < all.count {
      context.console.say("\(all.count - shown.count) older runs are not shown: give '--all'.")
    }
    return .success
  }

  private func table(of listings: [RunListing], _ context: Context) -> TextTable {
    TextTable(
      [
        .init("RUN"), .init("TIME"), .init("SUITE", least: 8), .init("MODELS", least: 8),
        .init("STATE", least: 14, isProse: true),
        .init("CHECKS", isRight: true),
      ],
      rows: listings.map { [$0.handle(below: reports), $0.time, $0.suite, $0.models, $0.state, $0.checks] })
  }
}
