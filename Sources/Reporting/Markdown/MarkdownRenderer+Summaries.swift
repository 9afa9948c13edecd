import Benchmark

extension MarkdownRenderer {
  /// Who is ahead, the table, and what has to be known to read it.
  func summaries(of report: Report) -> String {
    let table = SummaryTable(report)
    let markdown = MarkdownTable(
      columns: table.columns.map { (table.title(of: $0), $0.isText ? .left : .right) },
      rows: table.rows.map { row in
        table.columns.map { column in
          let cell = row[column] ?? ""
          return column.isText ? MarkdownText.cell(cell) : cell
        }
      })
    let notes = report.notes.map { "- \(MarkdownText.inline($0.sentence))\n" }.joined()
    return headline(of: report) + markdown.text + (notes.isEmpty ? "" : "\n" + notes)
  }

  /// Nothing for a single contestant or when nobody was asked.
  private func headline(of report: Report) -> String {
    let isAnswered = report.summaries.first.map { $0.succeeded.trials + $0.cached > 0 } ?? false
    guard report.summaries.count > 1, isAnswered else { return "" }
    let (first, second) = (report.summaries[0], report.summaries[1])
    let doubt = second.isTied ? ", but cannot be told from \(bold(second.contestant.name))" : ""
    return "\(bold(first.contestant.name)) comes first\(doubt).\(fastest(in: report))\n\n"
  }

  private func fastest(in report: Report) -> String {
    let known = report.summaries.compactMap { summary -> (name: String, latency: Measured)? in
      guard let median = summary.latency.median, !median.isLowerBound else { return nil }
      return (summary.contestant.name, median)
    }
    guard let fastest = known.min(by: { $0.latency.value < $1.latency.value }) else { return "" }
    let time = DurationScale(of: report).text(fastest.latency)
    return " Shortest median latency: \(bold(fastest.name)), \(time)."
  }

  /// What separates each row from the one above.
  func certainty(of report: Report) -> String {
    let lines = report.summaries.compactMap { summary in
      summary.difference.map { "- \(sentence(on: $0, row: summary.rank))\(distance(of: summary))\n" }
    }
    return lines.isEmpty ? "" : "## How sure the order is\n\n" + lines.joined()
  }

  private func sentence(on difference: Difference, row: Int) -> String {
    let basis = Figure.count(difference.pairs, difference.arePrompts ? "prompt" : "pair")
    let verdict = difference.isClear ? "a clear difference" : "no clear difference"
    return "Row \(row) against row \(row - 1), by \(name(of: difference.criterion)): \(verdict), "
      + "\(Figure.pValue(difference.pValue)) over \(basis). \(evidence(difference, row: row))"
  }

  private func distance(of summary: ContestantSummary) -> String {
    guard !summary.apartFrom.isEmpty else { return "" }
    let rows = summary.apartFrom.map { "row \($0)" }.joined(separator: ", ")
    return " In checks passed it differs clearly from \(rows)."
  }

  private func name(of criterion: Criterion) -> String {
    switch criterion {
    case .passed: "checks passed"
    case .succeeded: "success"
    case .latency: "latency"
    }
  }

  private func evidence(_ difference: Difference, row: Int) -> String {
    if let flips = difference.flips {
      let word = difference.criterion == .passed ? "Passed" : "Answered"
      return "\(word) by row \(row - 1) alone: \(flips.onlyFirst); by row \(row) alone: \(flips.onlySecond)."
    }
    guard let ratio = difference.ratio else { return "The ratio of the latencies is unknown." }
    let interval = ratio.interval.map { interval in
      " (95 %: \(Figure.fixed(interval.lower, decimals: 2))–\(Figure.fixed(interval.upper, decimals: 2)))"
    }
    return "\(Figure.fixed(ratio.estimate, decimals: 2))× as long\(interval ?? "")."
  }
}
