internal import CSQLite

/// What a column of a table holds.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)

  init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
  init(_ number: Int?) { self.init(number.map(Int64.init)) }

  var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  func bind(to statement: OpaquePointer?, at index: Int32) -> Int32 {
    switch self {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .text(let text): csqlite_bind_text(statement, index, text)
    }
  }
}

/// One row of an answer.
struct SQLRow: Hashable, Sendable {
  private let columns: [SQLValue]

  /// The row on which a statement stands.
  init(_ statement: OpaquePointer?) {
    columns = (0..<sqlite3_column_count(statement)).map { column in
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
      case SQLITE_TEXT: sqlite3_column_text(statement, column).map { .text(String(cString: $0)) } ?? .null
      default: .null
      }
    }
  }

  subscript(column: Int) -> SQLValue { columns[column] }
}
