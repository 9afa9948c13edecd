import Benchmark

extension MarkdownRenderer {
  /// Why the run was slow and which limits it learned; nothing where nothing but answers took time.
  func time(of report: Report) -> String {
    let spent = report.timeSpent
    guard spent.isWorthTelling else { return "" }
    let shown = spent.waits + spent.shares.filter { $0.cause == .answers }
    let rows = shown.map { share in
      [DurationText.fine(share.time), Figure.percent(share.time.seconds / spent.total.seconds), share.sentence]
    }
    let table = MarkdownTable(columns: [("time", .right), ("share", .right), ("what it went to", .left)], rows: rows)
    let lessons =
      spent.limits.map { "- \(MarkdownText.inline($0.sentence))\n" }
      + spent.pauses.map { "- \(bold($0.contestant)) \($0.sentence)\n" }
    return "## Where the time went\n\n\(spent.opening) None of its waits is inside any latency.\n\n\(table.text)"
      + (lessons.isEmpty ? "" : "\n" + lessons.joined())
  }
}
