import Benchmark

extension MarkdownRenderer {
  /// Prompt by prompt what every contestant answered, in the order of the standings; cell by cell, since answers may be
  /// long.
  func writeAnswers(in report: Report, to write: (String) throws -> Void) throws {
    let cells = Dictionary(grouping: report.cells, by: \.trial.prompt)
    try write("\n## Answers\n")
    for (index, prompt) in report.run.record.suite.prompts.enumerated() {
      try write("\n### \(MarkdownText.inline(prompt.id))\n\n\(MarkdownText.fenced(prompt.text))")
      let byContestant = Dictionary(grouping: cells[index] ?? [], by: \.trial.contestant)
      for summary in report.summaries {
        try write("\n")
        for (number, cell) in (byContestant[summary.index] ?? []).enumerated() {
          try write(number == 0 ? first(of: cell, summary, report) : folded(cell, report))
        }
      }
    }
  }

  private func first(of cell: Cell, _ summary: ContestantSummary, _ report: Report) -> String {
    let contents = cell.contents
    return "#### \(MarkdownText.inline(summary.contestant.name)) — "
      + "\(headline(of: cell, contents, report, escape: MarkdownText.inline))\n\n\(body(of: cell, contents))"
  }

  private func folded(_ cell: Cell, _ report: Report) -> String {
    let contents = cell.contents
    return "\n<details><summary>Repetition \(cell.trial.repetition) — "
      + "\(headline(of: cell, contents, report, escape: MarkdownText.html))</summary>\n\n"
      + "\(body(of: cell, contents))\n</details>\n"
  }

  /// `✓ 1.24 s, 87 tokens`: all that can be said in one line.
  private func headline(
    of cell: Cell, _ contents: CellContents, _ report: Report, escape: (String) -> String
  ) -> String {
    switch cell.state {
    case .notSent(let reason): return "not sent: " + escape(reason)
    case .notRecorded: return "not recorded"
    case .lost: return "lost: its line in the journal is damaged"
    case .settled: break
    }
    guard let result = contents.result else { return "not recorded" }
    let kind = result.outcome.kind
    let mark = cell.passes.map { $0 ? "✓ " : "✗ " } ?? ""
    let facts = [
      kind == .ok ? nil : kind.words(report.run.record.deadlines), time(of: cell, contents), length(of: contents),
    ]
    return mark
      + (facts + [
        result.cached.map { "cached, given \(escape($0))" }, result.substitute.map { "answered by " + escape($0) },
      ]).compactMap(\.self).joined(separator: ", ")
  }

  private func time(of cell: Cell, _ contents: CellContents) -> String? {
    cell.isAnswered ? Metric.latency.total(of: contents.attempts).map(time(milliseconds:)) : nil
  }

  private func time(of result: AttemptRecord) -> String? {
    result.outcome.kind.isAnswered ? (result.latency?.milliseconds).map(time(milliseconds:)) : nil
  }

  private func time(milliseconds: Double) -> String {
    DurationScale([milliseconds]).text(Measured(milliseconds))
  }

  private func length(of contents: CellContents) -> String? {
    guard let tokens = Metric.tokens.total(of: contents.attempts) else { return nil }
    let isCounted = contents.results.allSatisfy { $0.tokenSource == .server }
    return length(TokenCount(value: tokens, source: isCounted ? .server : .estimated))
  }

  private func length(of result: AttemptRecord) -> String? { result.tokens.map(length) }

  private func length(_ tokens: TokenCount) -> String {
    let count = Figure.fixed(tokens.value, decimals: 0)
    return (tokens.source == .estimated ? "about " : "") + count + (count == "1" ? " token" : " tokens")
  }

  private func body(of cell: Cell, _ contents: CellContents) -> String {
    guard let result = contents.result else { return "" }
    let message = result.outcome.message.map { "Message: \(MarkdownText.inline($0))\n" }
    let parts = [checks(of: cell), message, text(of: contents)].compactMap(\.self).filter {
      !$0.isEmpty
    }
    return parts.joined(separator: "\n")
  }

  /// The answer, or those of a conversation, each with its place and its time.
  private func text(of contents: CellContents) -> String {
    let results = contents.results
    guard results.count > 1 else { return results.last.map(text) ?? "" }
    return results.map { result in
      let facts = [time(of: result), length(of: result)].compactMap(\.self).joined(separator: ", ")
      return "*\(result.place.words)*\(facts.isEmpty ? "" : ": \(facts)")\n\n\(text(of: result))"
    }.joined(separator: "\n")
  }

  /// Only an answer is worth judging line by line: everything else failed for one reason.
  private func checks(of cell: Cell) -> String {
    guard cell.isAnswered else { return "" }
    return cell.assessment.results.map { "- \($0.mark) \(MarkdownText.inline($0.sentence))\n" }.joined()
  }

  private func text(of result: AttemptRecord) -> String {
    let calls = result.toolCalls.map { "\($0.name)(\($0.arguments))" }
    let texts = ([result.answer] + calls).filter { !$0.isEmpty }
    let parts = (result.parts ?? []).map { "(answered with \(MarkdownText.inline($0.words)))\n" }.joined()
    if !texts.isEmpty { return MarkdownText.fenced(texts.joined(separator: "\n")) + parts }
    if !parts.isEmpty { return parts }
    guard result.outcome.kind.isAnswered else { return "" }
    return result.reasoningText.isEmpty ? "(no text)\n" : "(reasoning only, no answer)\n"
  }
}
