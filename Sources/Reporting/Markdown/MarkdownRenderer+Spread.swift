import Benchmark

extension MarkdownRenderer {
  /// How far the durations behind the medians lie apart, over prompts and over requests; nothing when there is none.
  func spread(of report: Report) -> String {
    let prompts = table(
      of: report, ["shortest", "median", "p90", "longest"],
      [("TTFT", \.timeToFirstToken), ("first answer", \.timeToFirstAnswer), ("latency", \.latency)]
    ) { [$0.minimum, $0.median, $0.quantile(0.9), $0.maximum] }
    guard !prompts.isEmpty else { return "" }
    return "## Spread\n\n\(prompts)\nn counts prompts; a p90 is told from 29 on.\n" + requests(of: report)
  }

  private func requests(of report: Report) -> String {
    guard report.tellsRequests else { return "" }
    let table = table(
      of: report, ["shortest"] + RequestSamples.quantiles.map(\.0) + ["longest"],
      [
        ("TTFT", \.requests.timeToFirstToken), ("first answer", \.requests.timeToFirstAnswer),
        ("latency", \.requests.latency),
      ]
    ) { sample in [sample.minimum] + RequestSamples.quantiles.map { sample.quantile($0.1) } + [sample.maximum] }
    return "\nOver requests, the repetitions of a prompt each for itself:\n\n\(table)\n"
      + "n counts requests; a p90 is told from 29 on, a p95 from 59, a p99 from 299.\n"
  }

  private typealias Number = (title: String, sample: KeyPath<ContestantSummary, Sample>)

  /// Nothing where no number is known.
  private func table(
    of report: Report, _ columns: [String], _ numbers: [Number], values: (Sample) -> [Measured?]
  ) -> String {
    let scale = DurationScale(of: report)
    let lines = numbers.flatMap { number in
      // Without reasoning the first token is the answer's.
      let summaries = report.summaries.filter {
        number.title != "first answer" || $0.timeToFirstAnswer != $0.timeToFirstToken
      }
      return rows(number, of: summaries, in: scale, values: values)
    }
    let head = (["n"] + columns).map { ($0, MarkdownTable.Alignment.right) }
    return lines.isEmpty ? "" : MarkdownTable(columns: [("number", .left), ("model", .left)] + head, rows: lines).text
  }

  private func rows(
    _ number: Number, of summaries: [ContestantSummary], in scale: DurationScale, values: (Sample) -> [Measured?]
  ) -> [[String]] {
    let known = summaries.filter { $0[keyPath: number.sample].count > 0 }
    return known.map { summary in
      let sample = summary[keyPath: number.sample]
      return [number.title, MarkdownText.cell(summary.contestant.name), String(sample.count)]
        + values(sample).map(scale.text)
    }
  }
}
