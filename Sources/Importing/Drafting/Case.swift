/// A question with what its answer should be: what all foreign formats come down to.
struct Case: Sendable {
  /// What its author calls it.
  var name: String?
  /// What cases without a name are called, and a number.
  var series: String
  var number: Int
  /// A text, or an array of messages.
  var content: OrderedJSON
  /// Values of the variables that the content and the checks name.
  var variables: [OrderedJSON.Member] = []
  /// Variables of which every value is asked with every other.
  var matrix: [OrderedJSON.Member] = []
  var checks: [OrderedJSON] = []
  /// The score from which on it passes, where not every check has to.
  var passScore: OrderedJSON?
  var tags: [String] = []
}

/// Cases that differ only in values: one prompt of a suite, with rows where there are several.
struct CaseFamily: Sendable {
  /// The checks whose value may differ from row to row.
  private static let comparing: Set<String> = [
    "equals", "contains", "starts_with", "ends_with", "regex", "similarity", "number",
  ]

  private(set) var cases: [Case]

  init(_ first: Case) {
    cases = [first]
  }

  /// Takes a case in, or answers false when it differs in more than values.
  mutating func admit(_ next: Case) -> Bool {
    let first = cases[0]
    let isAlike =
      next.content == first.content && next.series == first.series && next.tags == first.tags
      && next.passScore == first.passScore
      && next.variables.map(\.key) == first.variables.map(\.key)
      && !first.variables.isEmpty && first.matrix.isEmpty && next.matrix.isEmpty
      && (next.name == nil) == (first.name == nil)
      && next.checks.map(CaseFamily.shape) == first.checks.map(CaseFamily.shape)
    if isAlike { cases.append(next) }
    return isAlike
  }

  /// A check without the value that may differ.
  private static func shape(_ check: OrderedJSON) -> OrderedJSON {
    var shape = check
    if value(of: check) != nil { shape["value"] = "" }
    return shape
  }

  /// The value that may differ: a text in which nothing is filled.
  private static func value(of check: OrderedJSON) -> String? {
    guard let type = check["type"]?.string, comparing.contains(type), let value = check["value"]?.string,
      !value.contains("{{")
    else { return nil }
    return value
  }
}

extension CaseFamily {
  /// The prompt of a suite; `identify` makes an id of its own of a wish.
  func prompt(identify: (String) -> String) -> OrderedJSON {
    let first = cases[0]
    var (rows, checks) = (cases.map(\.variables), first.checks)
    for index in checks.indices { fill(&checks[index], from: index, into: &rows) }
    let id = id(&rows, identify)
    let isText = first.content.string != nil
    return .fields(
      ("id", .string(id)), ("tags", first.tags.isEmpty ? nil : .strings(first.tags)),
      (isText ? "prompt" : "messages", first.content),
      ("variables", cases.count > 1 || first.variables.isEmpty ? nil : .object(first.variables)),
      ("rows", cases.count > 1 ? .array(rows.map(OrderedJSON.object)) : nil),
      ("matrix", first.matrix.isEmpty ? nil : .object(first.matrix)),
      ("checks", checks.isEmpty ? nil : .array(checks)), ("pass_score", first.passScore))
  }

  /// Where the values of a check differ they become a variable of the rows.
  private func fill(_ check: inout OrderedJSON, from index: Int, into rows: inout [[OrderedJSON.Member]]) {
    let values = cases.map { CaseFamily.value(of: $0.checks[index]) ?? "" }
    guard Set(values).count > 1 else { return }
    let name = newName("expected", in: rows)
    for (row, value) in values.enumerated() { rows[row].append(OrderedJSON.Member(key: name, value: .string(value))) }
    check["value"] = .string("{{\(name)}}")
  }

  /// Cases with names keep them, as a variable of the rows.
  private func id(_ rows: inout [[OrderedJSON.Member]], _ identify: (String) -> String) -> String {
    guard cases.count > 1 else {
      return identify(cases[0].name ?? "\(cases[0].series)-\(cases[0].number)")
    }
    guard cases[0].name != nil else { return identify(cases[0].series) }
    let column = newName("case", in: rows)
    for row in rows.indices {
      let name = OrderedJSON.string(identify(cases[row].name ?? ""))
      rows[row].insert(OrderedJSON.Member(key: column, value: name), at: 0)
    }
    return "{{\(column)}}"
  }

  private func newName(_ wish: String, in rows: [[OrderedJSON.Member]]) -> String {
    let taken = Set((rows.first ?? []).map(\.key))
    return ([wish] + (2...(taken.count + 2)).map { "\(wish)_\($0)" }).first { !taken.contains($0) } ?? wish
  }
}
