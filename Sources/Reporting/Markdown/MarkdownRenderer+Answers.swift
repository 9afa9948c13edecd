import Benchmark

extension MarkdownRenderer {
  /// Prompt by prompt what every contestant answered, in the order of the standings; each is made when its turn comes.
  func answers(in report: Report) -> some Sequence<String> {
    let cells = Dictionary(grouping: report.cells, by: \.trial.prompt)
    let prompts = report.run.record.suite.prompts
    return prompts.indices.lazy.map { index in
      (index == 0 ? "## Answers\n\n" : "") + answers(to: prompts[index], in: cells[index] ?? [], of: report)
    }
  }

  private func answers(to prompt: Prompt, in cells: [Cell], of report: Report) -> String {
    "### \(MarkdownText.inline(prompt.id))\n\n\(MarkdownText.fenced(prompt.text))\n"
      + contestants(in: cells, of: report)
  }

  private func contestants(in cells: [Cell], of report: Report) -> String {
    let byContestant = Dictionary(grouping: cells, by: \.trial.contestant)
    let parts = report.standings.map { standing in
      let repetitions = byContestant[standing.index] ?? []
      return repetitions.prefix(1).map { first(of: $0, standing, report) }.joined()
        + repetitions.dropFirst().map { folded($0, report) }.joined()
    }
    return parts.joined(separator: "\n")
  }

  private func first(of cell: Cell, _ standing: Standing, _ report: Report) -> String {
    let contents = cell.contents
    return "#### \(MarkdownText.inline(standing.contestant.name)) — "
      + "\(summary(of: cell, contents, report, escape: MarkdownText.inline))\n\n\(body(of: cell, contents))"
  }

  private func folded(_ cell: Cell, _ report: Report) -> String {
    let contents = cell.contents
    return "\n<details><summary>Repetition \(cell.trial.repetition) — "
      + "\(summary(of: cell, contents, report, escape: MarkdownText.html))</summary>\n\n"
      + "\(body(of: cell, contents))\n</details>\n"
  }

  /// `✓ 1.24 s, 87 tokens`: all that can be said in one line.
  private func summary(
    of cell: Cell, _ contents: CellContents, _ report: Report, escape: (String) -> String
  ) -> String {
    switch cell.state {
    case .notSent(let reason): return "not sent: " + escape(reason)
    case .notRecorded: return "not recorded"
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
    let parts = [cell.isAnswered ? checks(of: contents) : nil, message, text(of: contents)].compactMap(\.self).filter {
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
  private func checks(of contents: CellContents) -> String {
    contents.assessment.results.map { "- \($0.mark) \(MarkdownText.inline($0.sentence))\n" }.joined()
  }

  private func text(of result: AttemptRecord) -> String {
    let calls = result.toolCalls.map { "\($0.name)(\($0.arguments))" }
    let parts = ([result.answer] + calls).filter { !$0.isEmpty }
    if !parts.isEmpty { return MarkdownText.fenced(parts.joined(separator: "\n")) }
    guard result.outcome.kind.isAnswered else { return "" }
    return result.reasoningText.isEmpty ? "(no text)\n" : "(reasoning only, no answer)\n"
  }
}
