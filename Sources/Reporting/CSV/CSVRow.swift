import Benchmark

/// One line of the CSV export: an attempt, or a trial that was not sent.
struct CSVRow {
  let report: Report
  let cell: Cell
  let contents: CellContents
  /// The attempts for this row's request up to the one on this row; empty when it was not sent.
  let attempts: ArraySlice<AttemptRecord>
  /// Whether the trial's result stands on this row.
  let isResult: Bool

  var attempt: AttemptRecord? { attempts.last }

  static func rows(of cell: Cell, in report: Report) -> [CSVRow] {
    let contents = cell.contents
    let row = { CSVRow(report: report, cell: cell, contents: contents, attempts: $0, isResult: $1) }
    if contents.attempts.isEmpty { return cell.notSentReason == nil ? [] : [row([], true)] }
    return contents.attempts.byRequest.flatMap { request in
      request.indices.map { row(request[...$0], request[$0].attempt == contents.result?.attempt) }
    }
  }
}
