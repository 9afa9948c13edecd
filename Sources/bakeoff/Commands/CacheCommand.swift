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
      try context.console.output(
        "\(shown): \(counted(answers)), \(size(of: path))\n" + table(of: holdings, width: context.console.outputWidth))
    case .clear:
      try await cache.clear()
      try context.console.output("\(shown): \(counted(answers)) forgotten, \(size(of: path)) left\n")
    }
    return .success
  }

  private func counted(_ answers: Int) -> String { "\(answers) answer\(answers == 1 ? "" : "s")" }

  /// On disk, in thousands of bytes.
  private func size(of path: String) -> String { "\((FileSystem.size(path) + 999) / 1000) kB" }

  private func table(of holdings: [AnswerCache.Holding], width: Int?) -> String {
    if holdings.isEmpty { return "" }
    return TextTable(
      [.init("MODEL", least: 20), .init("ANSWERS", isRight: true), .init("OLDEST"), .init("NEWEST")],
      rows: holdings.map { [$0.model, "\($0.answers)", day($0.oldest), day($0.newest)] }
    ).text(width: width)
  }

  /// The UTC day.
  private func day(_ milliseconds: Int64) -> String {
    Timestamp.text(milliseconds: milliseconds).map { String($0.prefix(10)) } ?? "–"
  }
}
