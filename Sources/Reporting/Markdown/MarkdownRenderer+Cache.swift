import Benchmark

extension MarkdownRenderer {
  /// TTFTs of prompts that servers had in their caches, apart from the others; nothing where there is none.
  func promptCaches(of report: Report) -> String {
    let summaries = report.summaries.filter { $0.promptCache.share != nil }
    guard summaries.contains(where: { $0.promptCache.cached.count > 0 }) else { return "" }
    let scale = DurationScale(of: report)
    let rows = summaries.map { summary in
      let (cached, others) = (summary.promptCache.cached, summary.promptCache.others)
      return [
        MarkdownText.cell(summary.contestant.name), String(cached.count), scale.text(cached.median),
        String(others.count),
        scale.text(others.median),
      ]
    }
    let columns = ["cached, n", "TTFT", "others, n", "TTFT"].map { ($0, MarkdownTable.Alignment.right) }
    return "## Prompt caches\n\n" + MarkdownTable(columns: [("model", .left)] + columns, rows: rows).text
      + "\nMedians over requests. Cached are those of whose prompt the server had at least half in its cache.\n"
  }
}
