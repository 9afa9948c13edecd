/// Rows of text whose columns stand below each other on a terminal, whatever script they are in.
package struct TextTable: Sendable {
  /// How the cells of one column are set.
  package struct Column: Sendable {
    var title: String
    var isRight: Bool
    /// Where room is short it gives way, down to this many columns of the terminal; nil where it never does.
    var least: Int?
    /// Cut at its end and not in the middle: ids differ at both ends, sentences do not.
    var isProse: Bool

    package init(_ title: String, isRight: Bool = false, least: Int? = nil, isProse: Bool = false) {
      self.title = title
      self.isRight = isRight
      self.least = least
      self.isProse = isProse
    }
  }

  private static let gap = 2

  private let columns: [Column]
  private let rows: [[String]]

  /// Every row has a cell for each column; control characters in it are made harmless here.
  package init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(TerminalText.oneLine) }
  }

  /// The titles, unless none has one, then a line for each row, each with its line feed.
  ///
  /// No line is wider than `width` columns where columns that give way can help it; nil cuts nothing.
  package func text(width: Int?) -> String {
    let widths = widths(within: width)
    let titles = columns.map(\.title)
    let lines = (titles.allSatisfy(\.isEmpty) ? [] : [titles]) + rows
    return lines.map { line(of: $0, widths) + "\n" }.joined()
  }

  private func widths(within width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      ([columns[index].title] + rows.map { $0[index] }).map(DisplayWidth.columns(of:)).max() ?? 0
    }
    guard let width else { return widths }
    for (index, column) in columns.enumerated() {
      let excess = widths.reduce(TextTable.gap * (widths.count - 1), +) - width
      guard excess > 0, let least = column.least else { continue }
      widths[index] = max(min(least, widths[index]), widths[index] - excess)
    }
    return widths
  }

  private func line(of cells: [String], _ widths: [Int]) -> String {
    var line = ""
    var end = 0
    for (index, cell) in cells.enumerated() {
      let shown =
        columns[index].isProse
        ? DisplayWidth.beginning(of: cell, to: widths[index]) : DisplayWidth.shortened(cell, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.columns(of: shown)))
      line += columns[index].isRight ? padding + shown : shown + padding
      if !shown.isEmpty { end = line.count - (columns[index].isRight ? 0 : padding.count) }
      if index < cells.count - 1 { line += String(repeating: " ", count: TextTable.gap) }
    }
    return String(line.prefix(end))
  }
}
