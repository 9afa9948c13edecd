/// The variables that texts may name at present.
struct Scope: Sendable {
  /// Who gave a variable: it is unused when nobody of theirs names it.
  enum Owner: Hashable, Sendable {
    case suite, prompt
  }

  private(set) var values: [String: String] = [:]
  private var owners: [String: Owner] = [:]
  /// The row that is read, from 1, and what rows may give.
  var row: (number: Int, names: Set<String>)?

  /// Some variables could not be read, which has been told.
  var isIncomplete = false

  /// Sets variables; those that were there before under the same names are hidden.
  mutating func add(_ variables: [String: String], of owner: Owner) {
    for (name, value) in variables {
      values[name] = value
      owners[name] = owner
    }
  }

  func owner(of name: String) -> Owner? { owners[name] }
}
