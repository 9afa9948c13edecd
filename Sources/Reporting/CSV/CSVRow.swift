import Benchmark

/// One line of the CSV export: an attempt, or a trial that was not sent.
struct CSVRow {
  let report: Report
  let cell: Cell
  /// The trial's attempts up to the one on this row; empty when it was not sent.
  let attempts: ArraySlice<AttemptRecord>

  var attempt: AttemptRecord? { attempts.last }

  /// Whether the trial's result stands on this row.
  var isResult: Bool { attempts.count == cell.attempts.count }

  static func rows(of cell: Cell, in report: Report) -> [CSVRow] {
    if cell.attempts.isEmpty {
      return cell.notSentReason == nil ? [] : [CSVRow(report: report, cell: cell, attempts: [])]
    }
    return cell.attempts.indices.map { CSVRow(report: report, cell: cell, attempts: cell.attempts[...$0]) }
  }
}
