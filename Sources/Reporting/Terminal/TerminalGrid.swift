/// Which columns of the standings fit on a terminal, and how wide each is.
struct TerminalGrid {
  /// Below this many columns a model's name tells little.
  private static let narrowestModel = 20
  private static let gap = 2
  /// What goes first when even compact cells are too wide.
  private static let dispensable: [SummaryTable.Column] = [
    .cost, .speed, .timeToFirstToken, .succeeded, .prompts, .score, .rank,
  ]

  private let table: SummaryTable
  private var columns: [SummaryTable.Column]
  private var widths: [SummaryTable.Column: Int]

  /// Intervals go first where shorter names cannot help, then percents.
  ///
  /// Tokens go before any name is shortened, other columns after that. Nothing is cut where `width` is nil.
  static func fitting(_ report: Report, width: Int?) -> TerminalGrid {
    var grid = TerminalGrid(SummaryTable(report))
    guard let width else { return grid }
    for detail in [SummaryTable.Detail.compact, .tight] where grid.leastTotal > width {
      grid = TerminalGrid(SummaryTable(report, detail: detail))
    }
    if grid.total > width { grid.columns.removeAll { $0 == .tokens } }
    for column in dispensable where grid.leastTotal > width { grid.columns.removeAll { $0 == column } }
    grid.narrowModel(to: width)
    return grid
  }

  /// The header, then a line for each row.
  var lines: [String] {
    [line { table.title(of: $0) }] + table.rows.map { row in line { row[$0] ?? "" } }
  }

  private init(_ table: SummaryTable) {
    self.table = table
    columns = table.columns
    widths = Dictionary(
      uniqueKeysWithValues: table.columns.map { column in
        let texts = [table.title(of: column)] + table.rows.map { TerminalText.oneLine($0[column] ?? "") }
        return (column, texts.map(DisplayWidth.columns(of:)).max() ?? 0)
      })
  }

  private var modelWidth: Int { widths[.model] ?? 0 }
  private var leastModel: Int { min(modelWidth, TerminalGrid.narrowestModel) }
  private var leastTotal: Int { total - modelWidth + leastModel }
  private var total: Int {
    columns.reduce(TerminalGrid.gap * (columns.count - 1)) { $0 + (widths[$1] ?? 0) }
  }

  private mutating func narrowModel(to width: Int) {
    widths[.model] = max(1, min(modelWidth, width - total + modelWidth))
  }

  private func line(_ text: (SummaryTable.Column) -> String) -> String {
    let cells = columns.map { column in
      let width = widths[column] ?? 0
      let shown = DisplayWidth.shortened(TerminalText.oneLine(text(column)), to: width)
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: shown)))
      return column.isText ? shown + padding : padding + shown
    }
    return String(cells.joined(separator: String(repeating: " ", count: TerminalGrid.gap)).trimmingEnd)
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
