import Benchmark

extension MarkdownRenderer {
  /// Which prompts each contestant passes, at one look; nothing for a suite without checks.
  func matrix(of report: Report) -> String {
    guard report.summaries.contains(where: { $0.passed.trials > 0 }) else { return "" }
    let cells = Dictionary(grouping: report.cells) { [$0.trial.prompt, $0.trial.contestant] }
    let rows = report.run.record.suite.prompts.enumerated().map { index, prompt in
      [MarkdownText.cell(prompt.id)] + report.summaries.map { verdict(on: cells[[index, $0.index]] ?? []) }
    }
    let models = report.summaries.map { (MarkdownText.cell($0.contestant.name), MarkdownTable.Alignment.centre) }
    return "## Prompt by prompt\n\n" + MarkdownTable(columns: [("prompt", .left)] + models, rows: rows).text
  }

  /// `✓`, `✗`, or `✗ 1/3` of several repetitions.
  private func verdict(on cells: [Cell]) -> String {
    let verdicts = cells.compactMap(\.passes)
    guard !verdicts.isEmpty else { return Figure.unknown }
    let passed = verdicts.count { $0 }
    let mark = 2 * passed > verdicts.count ? "✓" : "✗"
    return verdicts.count == 1 || passed == verdicts.count ? mark : "\(mark) \(passed)/\(verdicts.count)"
  }
}
