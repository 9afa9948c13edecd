/// The variables that texts may name at present.
struct Scope: Sendable {
  /// Who gave a variable: it is unused when nobody of theirs names it.
  enum Owner: Hashable, Sendable {
    case suite, prompt
  }

  /// A row's cell of the name `context_file` names the file with the value of `context`.
  static let fileSuffix = "_file"

  private(set) var values: [String: String] = [:]
  private var files: [String: FileVariable] = [:]
  private var owners: [String: Owner] = [:]
  /// The row that is read, from 1, and what rows may give.
  var row: (number: Int, names: Set<String>)?

  /// What variables may put into one prompt, in bytes: no model reads more.
  static let mostFilled = 16 << 20
  private var filled = 0

  /// Some variables could not be read, which has been told.
  var isIncomplete = false

  /// Sets variables; those that were there before under the same names are hidden.
  mutating func add(_ variables: [String: String], of owner: Owner) {
    for (name, value) in variables {
      values[name] = value
      files[name] = nil
      owners[name] = owner
    }
  }

  /// Sets variables that are read from files.
  mutating func add(_ variables: [String: FileVariable], of owner: Owner) {
    for (name, file) in variables {
      files[name] = file
      values[name] = nil
      owners[name] = owner
    }
  }

  /// The file with a variable's value; nil where none is named.
  func file(of name: String) -> FileVariable? {
    if let file = files[name] { return file }
    guard let row, row.names.contains(name + Self.fileSuffix) else { return nil }
    return values[name + Self.fileSuffix].map { FileVariable(element: nil, path: $0) }
  }

  /// All that a text may name.
  var names: [String] { values.keys.sorted() + files.keys.sorted() }

  /// Counts a value that is filled in; false once a prompt's values are too large together.
  mutating func hasRoom(for value: String) -> Bool {
    filled += min(value.utf8.count, Self.mostFilled + 1)
    return filled <= Self.mostFilled
  }

  func owner(of name: String) -> Owner? { owners[name] }
}
