import Benchmark

/// The standings in fixed-width columns, with what has to be said about them, for a terminal.
package enum TerminalTable {
  /// Never wider than `width` where that can be helped, and nothing is cut or wrapped where it is nil; `styled` for a
  /// terminal that shows bold and dim text.
  package static func render(_ report: Report, width: Int?, styled: Bool) -> String {
    let banner = report.run.isSimulated ? ["Simulated numbers: " + simulationWarning] : []
    let lines = TerminalGrid.fitting(report, width: width).lines
    let notes =
      failures(of: report) + requests(of: report) + report.notes.map(\.sentence)
      + report.run.warnings.map { "Warning: " + $0 }
    let below = notes.flatMap { wrapped($0, to: width) }
    let all =
      banner.flatMap { wrapped($0, to: width) }.map { style($0, .bold, styled) }
      + lines.prefix(1).map { style($0, .bold, styled) } + lines.dropFirst()
      + (below.isEmpty ? [] : [""]) + below.map { style($0, .dim, styled) }
    return all.joined(separator: "\n") + "\n"
  }

  /// Failures that have a line of their own, and characters of a message that is quoted in it.
  private static let mostFailures = 6
  private static let longestMessage = 160

  /// A line for each contestant and way to fail, with what was said most often; a whole column of failures would tell
  /// nothing otherwise.
  private static func failures(of report: Report) -> [String] {
    let lines = report.failures.filter { $0.kind != .cancelled }.map { group in
      let message = group.messages.first.map { " (\($0.text.excerpt(longestMessage)))" } ?? ""
      return "\(group.contestant): \(Figure.count(group.trials, "trial")) failed, \(group.words)\(message)."
    }
    let left = lines.count - mostFailures
    return lines.prefix(mostFailures) + (left > 0 ? ["\(left) more kinds of failure are in the report."] : [])
  }

  /// A line for each contestant whose prompts were asked several times.
  private static func requests(of report: Report) -> [String] {
    guard report.tellsRequests else { return [] }
    let scale = DurationScale(of: report)
    return report.summaries.filter { $0.requests.latency.count > 0 }.map { summary in
      let requests = summary.requests
      let parts = [("TTFT", requests.timeToFirstToken), ("latency", requests.latency)].filter { $0.1.count > 0 }
      return "Over \(Figure.count(requests.latency.count, "request")), \(summary.contestant.name): "
        + parts.map { "\($0.0) \(points(of: $0.1, in: scale))" }.joined(separator: "; ") + "."
    }
  }

  /// As in `p50 11 ms, p90 16 ms, longest 642 ms`.
  private static func points(of sample: Sample, in scale: DurationScale) -> String {
    let all = RequestSamples.quantiles.map { ($0.0, sample.quantile($0.1)) } + [("longest", sample.maximum)]
    return all.compactMap { name, value in value.map { "\(name) \(scale.text($0))" } }.joined(separator: ", ")
  }

  private static func wrapped(_ sentence: String, to width: Int?) -> [String] {
    guard let width else { return [TerminalText.oneLine(sentence)] }
    var lines: [String] = []
    for word in TerminalText.oneLine(sentence).split(separator: " ") {
      let word = DisplayWidth.shortened(String(word), to: width)
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, DisplayWidth.columns(of: longer) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// ANSI's select graphic rendition.
  private enum Style: Int {
    case bold = 1
    case dim = 2
  }

  private static func style(_ text: String, _ style: Style, _ styled: Bool) -> String {
    styled ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
