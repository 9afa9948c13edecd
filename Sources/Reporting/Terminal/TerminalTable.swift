import Benchmark

/// The standings in fixed-width columns, with what has to be said about them, for a terminal.
package enum TerminalTable {
  /// Never wider than `width` where that can be helped; `styled` for a terminal that shows bold and dim text.
  package static func render(_ report: Report, width: Int, styled: Bool) -> String {
    let banner = report.run.isSimulated ? ["Simulated numbers: " + simulationWarning] : []
    let lines = TerminalGrid.fitting(report, width: width).lines
    let notes = report.notes.map(\.sentence) + report.run.warnings.map { "Warning: " + $0 }
    let below = notes.flatMap { wrapped($0, to: width) }
    let all =
      banner.flatMap { wrapped($0, to: width) }.map { style($0, .bold, styled) }
      + lines.prefix(1).map { style($0, .bold, styled) } + lines.dropFirst()
      + (below.isEmpty ? [] : [""]) + below.map { style($0, .dim, styled) }
    return all.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ sentence: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in TerminalText.oneLine(sentence).split(separator: " ") {
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, DisplayWidth.columns(of: longer) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
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
