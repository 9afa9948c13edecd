/// Every attempt and every trial that was not sent, one a record, numbers unrounded.
package struct CSVRenderer: Renderer {
  /// Text as it is, even where a spreadsheet would take it for a formula.
  package var raw: Bool

  package init(raw: Bool = false) {
    self.raw = raw
  }

  package func render(_ report: Report, to write: (String) throws -> Void) throws {
    let columns = CSVColumn.all
    var text = columns.map(\.name).joined(separator: ",") + CSVText.lineEnd
    for cell in [report.warmUps, report.cells].joined() {
      for row in CSVRow.rows(of: cell, in: report) { try append(row, columns, to: &text) }
      if text.utf8.count < CSVRenderer.piece { continue }
      try write(text)
      text = ""
    }
    try write(text)
  }

  /// Bytes that are handed on at a time, or a little more.
  private static let piece = 1 << 16

  private func append(_ row: CSVRow, _ columns: [CSVColumn], to text: inout String) throws {
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "," }
      text += try column.cell(row).rendered(raw: raw)
    }
    text += CSVText.lineEnd
  }
}
