/// The prompts that one element of a suite makes: one, or one for each combination of its rows and its matrix.
struct PromptFamily: Sendable {
  /// So many prompts a suite may hold.
  static let mostPrompts = 250_000

  private let shared: Declarations
  private let own: Declarations
  private let rows: (table: RowTable, owner: Scope.Owner)?
  private let matrix: (lists: Matrix, owner: Scope.Owner)?
  private let combinations: Int
  /// Its element, kept where reading it anew for each prompt would take long.
  var element: JSONNode?

  /// How many prompts it makes.
  let count: Int

  /// Nil where it would make more than any suite holds.
  init?(_ own: Declarations, in shared: Declarations) {
    self.own = own
    self.shared = shared
    let isShared = !own.hasRows
    rows = (isShared ? shared.rows : own.rows).map { ($0, isShared ? .suite : .prompt) }
    matrix = own.matrix.map { ($0, .prompt) } ?? shared.matrix.map { ($0, .suite) }
    guard let combinations = matrix.map(\.lists.count) ?? 1 else { return nil }
    let product = (rows?.table.count ?? 1).multipliedReportingOverflow(by: combinations)
    guard !product.overflow, product.partialValue <= Self.mostPrompts else { return nil }
    self.combinations = combinations
    count = product.partialValue
  }

  /// Whether its prompts are told apart by a number.
  var isExpanded: Bool { rows != nil || matrix != nil }

  /// Whether it is one prompt as it stands.
  var isPlain: Bool { !isExpanded && own.constants.isEmpty && own.files.isEmpty }

  /// The variables of one of its prompts.
  func scope(of index: Int) -> Scope {
    var scope = Scope()
    scope.add(shared.constants, of: .suite)
    scope.add(shared.files, of: .suite)
    if let rows, rows.owner == .suite { scope.add(rows.table[index / combinations], of: .suite) }
    if let matrix, matrix.owner == .suite { scope.add(matrix.lists[index % combinations], of: .suite) }
    scope.add(own.constants, of: .prompt)
    scope.add(own.files, of: .prompt)
    if let rows, rows.owner == .prompt { scope.add(rows.table[index / combinations], of: .prompt) }
    if let matrix, matrix.owner == .prompt { scope.add(matrix.lists[index % combinations], of: .prompt) }
    scope.isIncomplete = own.isIncomplete || shared.isIncomplete
    if let rows { scope.row = (index / combinations + 1, rows.table.names) }
    return scope
  }

  func suffix(of index: Int) -> String { isExpanded ? "#\(index + 1)" : "" }
}
