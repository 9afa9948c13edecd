import Benchmark

/// The standings as text, not yet escaped for any medium: every renderer shows these same cells.
struct SummaryTable {
  /// A column of the standings, in the order shown.
  enum Column: CaseIterable {
    case rank, model, passed, score, succeeded, timeToFirstToken, latency, speed, tokens, cost, prompts

    /// Who is on the row; all other columns are numbers.
    var isText: Bool { self == .model }
  }

  /// How much a cell tells.
  enum Detail {
    /// With intervals and first attempts.
    case full
    /// Without intervals, where room is short.
    case compact
    /// Counts without their percents, where it is shorter still.
    case tight
  }

  let detail: Detail
  let columns: [Column]
  /// Best first.
  let rows: [[Column: String]]

  init(_ report: Report, detail: Detail = .full) {
    let summaries = report.summaries
    let hasChecks = summaries.contains { $0.passed.trials > 0 }
    let scale = DurationScale(of: report)
    self.detail = detail
    let isShown: [Column: Bool] = [
      .passed: hasChecks, .score: report.givesPartialCredit, .cost: report.costsMoney,
    ]
    columns = Column.allCases.filter { isShown[$0] ?? true }
    rows = summaries.map { summary in
      [
        .rank: summary.rankText, .model: summary.contestant.name, .passed: summary.passedText(detail),
        .score: summary.scoreText, .succeeded: summary.successText(detail),
        .timeToFirstToken: scale.text(summary.timeToFirstToken.median) + summary.marksOfTimeToFirstToken,
        .latency: detail == .full ? scale.median(of: summary.latency) : scale.text(summary.latency.median),
        .speed: summary.speedText, .tokens: summary.tokensText, .cost: summary.costText,
        .prompts: String(summary.latency.count),
      ]
    }
  }

  func title(of column: Column) -> String {
    switch column {
    case .rank: "#"
    case .model: "model"
    case .passed: detail == .full ? "checks passed" : "checks"
    case .score: "score"
    case .succeeded: "success"
    case .timeToFirstToken: "TTFT"
    case .latency: "latency"
    case .speed: "tokens/s"
    case .tokens: "tokens"
    case .cost: "cost"
    case .prompts: "n"
    }
  }
}

extension ContestantSummary {
  /// Whether it cannot be told from the row above.
  package var isTied: Bool { difference.map { !$0.isClear } ?? false }

  fileprivate var rankText: String { isTied ? "~\(rank)" : String(rank) }

  /// As in `33/36 (92 %, 78–97)`.
  fileprivate func passedText(_ detail: SummaryTable.Detail) -> String {
    guard let share = passed.share, let interval = passed.interval() else { return Figure.unknown }
    let ratio = "\(passed.successes)/\(passed.trials)"
    if detail == .tight { return ratio }
    let counts = "\(ratio) (\(Figure.percent(share))"
    guard detail == .full else { return counts + ")" }
    let (lower, upper) = (interval.lower * 100, interval.upper * 100)
    return "\(counts), \(Figure.fixed(lower, decimals: 0))–\(Figure.fixed(upper, decimals: 0)))"
  }

  /// As in `35/36 (97 %)`, with how many at the first attempt where it makes a difference.
  fileprivate func successText(_ detail: SummaryTable.Detail) -> String {
    guard let share = succeeded.share else { return Figure.unknown }
    let counts = "\(succeeded.successes)/\(succeeded.trials)"
    guard detail == .full else { return counts }
    let retried = firstTry < succeeded.successes ? ", \(firstTry) at first try" : ""
    return "\(counts) (\(Figure.percent(share)))\(retried)"
  }

  /// What the notes below explain.
  fileprivate var marksOfTimeToFirstToken: String {
    timeToFirstToken.count == 0 ? "" : (isBuffered ? "†" : "") + (mixesPromptCache ? "‡" : "")
  }

  fileprivate var speedText: String {
    guard let rate = decodeRate.median else { return Figure.unknown }
    return figure(mark + Figure.fixed(rate.value, decimals: rate.value < 10 ? 1 : 0), of: decodeRate.count)
  }

  /// With its own n where that is another than the row's.
  private func figure(_ text: String, of prompts: Int) -> String {
    prompts == latency.count ? text : "\(text) (n \(prompts))"
  }

  fileprivate var tokensText: String {
    tokens.median.map { figure(mark + Figure.fixed($0.value, decimals: 0), of: tokens.count) } ?? Figure.unknown
  }

  fileprivate var scoreText: String {
    score.map { figure(Figure.fixed($0, decimals: 2), of: scoredPrompts) } ?? Figure.unknown
  }

  fileprivate var costText: String { cost.map(Dollars.text) ?? Figure.unknown }

  private var mark: String { tokenSource == .estimated ? "~" : "" }
}
