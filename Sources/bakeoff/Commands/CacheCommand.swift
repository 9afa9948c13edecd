internal import Arguments
internal import Harness
internal import Reporting

/// `bakeoff cache`: what is kept of earlier answers, and an end to it.
struct CacheCommand: Verb {
  enum Action: String, CaseIterable, ArgumentValue {
    case show, clear
  }

  var action: Action?
  var options = CacheOptions()

  static let name = "cache"
  static let abstract = "Show how many answers 'bakeoff run --cache' has kept, or forget them."
  static let arguments: [Argument<Self>] = [
    .positional("action", \.action, help: "What to do; shows unless 'clear' is given."),
    CacheOptions.place.lifted(by: \.options),
  ]

  func validate() throws(UsageError) {
    try options.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    guard let path = options.path(in: context) else {
      throw Failure(.usage, "There is no home folder: name the cache with '--cache-file FILE'.")
    }
    let shown = TerminalText.escaped(path)
    // Looking must not make one.
    guard FileSystem.exists(path) else {
      try context.console.output("There is no cache at \(shown): 'bakeoff run --cache' makes one.\n")
      return .success
    }
    let cache = try AnswerCache(path)
    let holdings = try await cache.holdings()
    let answers = holdings.reduce(0) { $0 + $1.answers }
    switch action ?? .show {
    case .show:
      try context.console.output("\(shown): \(counted(answers)), \(size(of: path))\n\(table(of: holdings))")
    case .clear:
      try await cache.clear()
      try context.console.output("\(shown): \(counted(answers)) forgotten, \(size(of: path)) left\n")
    }
    return .success
  }

  private func counted(_ answers: Int) -> String { "\(answers) answer\(answers == 1 ? "" : "s")" }

  /// On disk, in thousands of bytes.
  private func size(of path: String) -> String { "\((FileSystem.size(path) + 999) / 1000) kB" }

  private func table(of holdings: [AnswerCache.Holding]) -> String {
    if holdings.isEmpty { return "" }
    let rows =
      [["MODEL", "ANSWERS", "OLDEST", "NEWEST"]]
      + holdings.map { [TerminalText.escaped($0.model), "\($0.answers)", day($0.oldest), day($0.newest)] }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 1 ? space + cell.0 : cell.0 + space
      }
      return (cells + [row[3]]).joined(separator: "  ") + "\n"
    }.joined()
  }

  /// The UTC day.
  private func day(_ milliseconds: Int64) -> String {
    Instant.text(milliseconds: milliseconds).map { String($0.prefix(10)) } ?? "–"
  }
}
