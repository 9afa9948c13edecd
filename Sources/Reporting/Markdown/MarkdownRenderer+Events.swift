import Benchmark

extension MarkdownRenderer {
  /// No more wordings of one failure than this are shown; all of them stand in the CSV.
  private static let mostMessages = 3
  private static let longestMessage = 300

  /// Failures in words, trials not sent, retries, other models than the ones asked for.
  func events(in report: Report) -> String {
    let lines =
      unsettled(report) + notSent(report) + retries(report) + adaptations(report) + substitutions(report)
      + unexpected(report)
    let parts = [failures(report), lines.joined()].filter { !$0.isEmpty }
    return "## Events\n\n" + (parts.isEmpty ? [quiet(report)] : parts).joined(separator: "\n")
  }

  private func quiet(_ report: Report) -> String {
    let cached = report.summaries.reduce(0) { $0 + $1.cached }
    let asked = report.summaries.reduce(0) { $0 + $1.succeeded.trials }
    let others = cached > 0 ? "Every other trial" : "Every trial"
    let words = "\(others) was sent, and answered at the first attempt.\n"
    guard cached > 0 else { return words }
    return "\(Figure.count(cached, "trial")) \(cached == 1 ? "was" : "were") answered by the cache. "
      + (asked > 0 ? words : "None was sent.\n")
  }

  private func failures(_ report: Report) -> String {
    guard !report.failures.isEmpty else { return "" }
    let rows = report.failures.map { group in
      [
        MarkdownText.cell(group.contestant), "\(group.words) (`\(group.kind.rawValue)`)", String(group.trials),
        messages(of: group),
      ]
    }
    return MarkdownTable(
      columns: [("model", .left), ("failure", .left), ("trials", .right), ("message", .left)], rows: rows
    ).text
  }

  private func messages(of group: FailureGroup) -> String {
    let shown = group.messages.prefix(MarkdownRenderer.mostMessages).map { message in
      MarkdownText.cell(shortened(message.text)) + (group.messages.count > 1 ? " (\(message.count) ×)" : "")
    }
    let more = group.messages.count - shown.count
    return (shown + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "<br>")
  }

  private func shortened(_ message: String) -> String {
    let start = message.prefix(MarkdownRenderer.longestMessage)
    return start.count < message.count ? start + "…" : message
  }

  private func unsettled(_ report: Report) -> [String] {
    report.summaries.flatMap { summary in
      let name = bold(summary.contestant.name)
      let parts = [
        ("Not recorded", summary.notRecorded), ("Lost to a damaged line of the journal", summary.lost),
        ("Cancelled on our side", summary.cancelled), ("Refused for the account's sake", summary.ofAccount),
      ]
      return parts.filter { $0.1 > 0 }.map { "- \($0): \(Figure.count($1, "trial")) of \(name)\n" }
    }
  }

  private func notSent(_ report: Report) -> [String] {
    report.notSent.map { group in
      "- Not sent: \(Figure.count(group.trials, "trial")) of \(bold(group.contestant)): "
        + "\(MarkdownText.inline(group.reason))\n"
    }
  }

  private func retries(_ report: Report) -> [String] {
    guard !report.retries.isEmpty else { return [] }
    let total = report.retries.reduce(0) { $0 + $1.attempts }
    let kinds = report.retries.map { "`\($0.kind.rawValue)` \($0.attempts) ×" }.joined(separator: ", ")
    return [
      "- Sent again: \(Figure.count(total, "request")) failed and \(total == 1 ? "was" : "were") retried (\(kinds)).\n"
    ]
  }

  private func adaptations(_ report: Report) -> [String] {
    report.adaptations.map { "- Adapted: \(MarkdownText.inline($0)).\n" }
  }

  private func substitutions(_ report: Report) -> [String] {
    report.substitutions.map { other in
      "- Another model: \(bold(other.served)) answered \(Figure.count(other.answers, "time")) for "
        + "\(bold(other.contestant)).\n"
    }
  }

  private func unexpected(_ report: Report) -> [String] {
    report.unexpected.map { "- Unexpected: \(MarkdownText.inline($0.text)) (\($0.count) ×)\n" }
  }
}
