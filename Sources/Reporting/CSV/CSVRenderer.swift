/// Every attempt and every trial that was not sent, one a record, numbers unrounded.
package struct CSVRenderer: Renderer {
  /// Text as it is, even where a spreadsheet would take it for a formula.
  package var raw: Bool

  package init(raw: Bool = false) {
    self.raw = raw
  }

  package func render(_ report: Report) throws -> String {
    let columns = CSVColumn.all
    var text = columns.map(\.name).joined(separator: ",") + CSVText.lineEnd
    for cells in [report.warmUps, report.cells] {
      for row in cells.lazy.flatMap({ CSVRow.rows(of: $0, in: report) }) { try append(row, columns, to: &text) }
    }
    return text
  }

  private func append(_ row: CSVRow, _ columns: [CSVColumn], to text: inout String) throws {
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "," }
      text += try column.cell(row).rendered(raw: raw)
    }
    text += CSVText.lineEnd
  }
}
