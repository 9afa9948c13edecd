/// What a suite gives to all of its prompts: variables, and texts that are filled for each.
struct SharedTexts: Sendable {
  var variables = Declarations()
  /// Those of the suite's parameters that name variables; a prompt's own win over them.
  var parameters: SuiteElement?
  /// The suite's tools where they name variables.
  var tools: SuiteElement?
  /// What the suite's tools are called, where no variable is named.
  var toolNames: [String] = []
  /// The suite's output where it names variables.
  var output: SuiteElement?
  /// The suite's checks, which come before a prompt's own.
  var checks: SuiteElement?
  /// For every prompt that says no other.
  var passScore: Double?
}

/// The variables that a suite or a prompt declares.
struct Declarations: Sendable {
  var constants: [String: String] = [:]
  /// Those whose value a file holds.
  var files: [String: FileVariable] = [:]
  var rows: RowTable?
  /// Whether there are rows at all; an empty list takes away those of the suite.
  var hasRows = false
  var matrix: Matrix?
  /// Some could not be read, which has been told.
  var isIncomplete = false
  /// Where each name was given first.
  private(set) var places: [(name: String, place: SuitePlace)] = []
  private var names: Set<String> = []

  /// Takes a name; false where it was given before.
  mutating func add(_ name: String, at place: SuitePlace) -> Bool {
    guard names.insert(name).inserted else { return false }
    places.append((name, place))
    return true
  }
}
