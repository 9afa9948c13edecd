/// The records of a CSV text below its header.
package struct CSVTable: Hashable, Sendable {
  /// One line of the table, which may be several of the text.
  package struct Record: Hashable, Sendable {
    /// Of the text, from 1: where it begins.
    package let line: Int
    /// As many as there are columns.
    package let cells: [String]
  }

  /// The header's cells: none is empty, and no two are equal.
  package let columns: [String]
  package let records: [Record]
}

/// What reading a CSV text gave.
package struct CSVReading: Hashable, Sendable {
  /// Nil when there is a problem.
  package let table: CSVTable?
  /// All that is wrong, in the order of the text.
  package let problems: [CSVProblem]
}
