/// A fault before its place has become a line and a column.
struct SuiteFinding: Hashable, Sendable {
  var place: SuitePlace
  let fault: SuiteFault
}

/// A place in a suite's text, or in a file of rows that it names.
struct SuitePlace: Hashable, Sendable {
  var offset: Int
  /// The way to the value; empty where there is none.
  var path: String
  /// Nil: the suite itself.
  var file: RowFile?
  /// Where the suite names the file: problems are listed in the suite's order.
  var naming = 0

  var order: (Int, Int) { file == nil ? (offset, 0) : (naming, offset) }
}

/// A file of rows beside a suite.
struct RowFile: Hashable, Sendable {
  /// As the suite names it.
  let path: String
  let bytes: [UInt8]

  static func == (left: RowFile, right: RowFile) -> Bool { left.path == right.path }

  func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
