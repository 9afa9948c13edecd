import Benchmark

/// A report for people: the answer first, then what happened, then every answer side by side.
package struct MarkdownRenderer: Renderer {
  package init() {}

  package func render(_ report: Report, to write: (String) throws -> Void) throws {
    var sections = 0
    func add(_ section: String) throws {
      if section.isEmpty { return }
      try write((sections > 0 ? "\n" : "") + section)
      sections += 1
    }
    for section in [opening, summaries, certainty, events, time, matrix, spread, promptCaches] {
      try add(section(report))
    }
    try writeAnswers(in: report, to: write)
    try add(definitions(in: report))
    try add(method(of: report))
  }

  private func opening(of report: Report) -> String {
    let record = report.run.record
    var text = "# \(MarkdownText.inline(record.suite.name)): \(size(of: record))\n\n"
    let tool = "\(record.tool.name) \(record.tool.version)"
    let facts = [String(record.created.prefix(10)), tool, "run " + record.id]
    text += facts.map(MarkdownText.inline).joined(separator: " · ") + "\n"
    if report.run.isSimulated { text += "\n> **Simulated numbers**: \(simulationWarning)\n" }
    for warning in report.run.warnings { text += "\n> **Warning**: \(MarkdownText.inline(warning))\n" }
    return text
  }

  private func size(of record: RunRecord) -> String {
    let parts = [
      Figure.count(record.suite.prompts.count, "prompt"), Figure.count(record.repetitions, "repetition"),
      Figure.count(record.contestants.count, "model"),
    ]
    let trials = record.suite.prompts.count * record.repetitions * record.contestants.count
    return parts.joined(separator: " × ") + " = " + Figure.count(trials, "trial")
  }

  private func definitions(in report: Report) -> String {
    "## What the numbers mean\n\n\(list(of: report.terms))\n"
      + "<details><summary>Further numbers of the CSV export</summary>\n\n\(list(of: report.furtherTerms))\n</details>\n"
  }

  private func list(of terms: [MetricDefinition]) -> String {
    terms.map { "- \(bold($0.name)): \(MarkdownText.inline($0.meaning))\n" }.joined()
  }

  func bold(_ name: String) -> String { "**\(MarkdownText.inline(name))**" }
}
