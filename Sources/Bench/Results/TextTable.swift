/// A table in Markdown whose columns are padded, so that a terminal shows it as a table too.
struct TextTable: Hashable, Sendable {
  /// The first column stands left, all others right.
  var header: [String]
  var rows: [[String]] = []

  /// Empty when there is no row.
  var text: String {
    if rows.isEmpty { return "" }
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    let rule = widths.enumerated().map {
      $0 == 0 ? String(repeating: "-", count: $1) : String(repeating: "-", count: $1 - 1) + ":"
    }
    return ([header, rule] + rows).map { line($0, widths) }.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let padding = String(repeating: " ", count: widths[column] - cells[column].count)
      return column == 0 ? cells[column] + padding : padding + cells[column]
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
