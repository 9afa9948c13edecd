import Benchmark

/// One line of the CSV export: an attempt, or a trial that was not sent.
struct CSVRow {
  let report: Report
  let cell: Cell
  /// The attempts for this row's request up to the one on this row; empty when it was not sent.
  let attempts: ArraySlice<AttemptRecord>
  /// Whether the trial's result stands on this row.
  let isResult: Bool

  var attempt: AttemptRecord? { attempts.last }

  static func rows(of cell: Cell, in report: Report) -> [CSVRow] {
    if cell.attempts.isEmpty {
      return cell.notSentReason == nil ? [] : [CSVRow(report: report, cell: cell, attempts: [], isResult: true)]
    }
    return cell.attempts.byRequest.flatMap { request in
      request.indices.map { index in
        CSVRow(
          report: report, cell: cell, attempts: request[...index],
          isResult: request[index].attempt == cell.result?.attempt)
      }
    }
  }
}
