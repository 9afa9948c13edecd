/// Something wrong in a CSV text, with its line.
package struct CSVProblem: Error, Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case notUTF8
    case empty
    case unclosedQuote
    case textAfterQuote
    case cellCount(Int, columns: Int)
    /// Counted from 1.
    case unnamedColumn(Int)
    case duplicateColumn(String)
  }

  /// From 1.
  package let line: Int
  /// In bytes.
  package let offset: Int
  package let fault: Fault
}

extension CSVProblem {
  package var message: String { fault.message }
}

extension CSVProblem.Fault {
  /// What is wrong and what to do, in one or two sentences on one line; what it quotes is safe to show.
  package var message: String {
    switch self {
    case .notUTF8: "These bytes are not UTF-8. Save the table as CSV in UTF-8."
    case .empty: "The table is empty. Its first line names the columns."
    case .unclosedQuote: "The quote that opens a cell here is never closed. Add the missing quote."
    case .textAfterQuote: "Text follows the closing quote of a cell. Write a quote inside a cell as two."
    case .cellCount(let count, let columns):
      "This record has \(count) cell\(count == 1 ? "" : "s"), but there are \(columns) columns. "
        + "Put a cell that holds a comma or a line end in quotes."
    case .unnamedColumn(let number): "Column \(number) has no name. Give it one in the first line, or remove it."
    case .duplicateColumn(let name): "Two columns are called \(name.quotedExcerpt()). Rename one."
    }
  }
}
