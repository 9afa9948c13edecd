import Benchmark

extension MarkdownRenderer {
  /// How far the durations behind the medians lie apart; nothing when there is none.
  func spread(of report: Report) -> String {
    let rows =
      rows("TTFT", \.timeToFirstToken, of: report.standings)
      // Without reasoning the first token is the answer's.
      + rows(
        "first answer", \.timeToFirstAnswer,
        of: report.standings.filter { $0.timeToFirstAnswer != $0.timeToFirstToken })
      + rows("latency", \.latency, of: report.standings)
    guard !rows.isEmpty else { return "" }
    let columns = ["n", "shortest", "median", "p90", "longest"].map { ($0, MarkdownTable.Alignment.right) }
    return "## Spread\n\n"
      + MarkdownTable(columns: [("number", .left), ("model", .left)] + columns, rows: rows).text
      + "\nn counts prompts; a p90 is told from 29 on.\n"
  }

  private func rows(_ title: String, _ sample: KeyPath<Standing, Sample>, of standings: [Standing]) -> [[String]] {
    let known = standings.filter { $0[keyPath: sample].count > 0 }
    let scale = DurationScale(known.map { $0[keyPath: sample] })
    return known.map { standing in
      let sample = standing[keyPath: sample]
      let values = [sample.minimum, sample.median, sample.quantile(0.9), sample.maximum]
      return [title, MarkdownText.cell(standing.contestant.name), String(sample.count)] + values.map(scale.text)
    }
  }
}
