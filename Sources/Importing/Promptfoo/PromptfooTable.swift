internal import Benchmark

/// A table of promptfoo's tests: columns are variables, and those that begin with two underscores say more.
struct PromptfooTable {
  let file: String
  let log: ImportLog

  /// The tests as promptfoo would write them in JSON.
  func tests(_ bytes: [UInt8]) -> [ForeignValue] {
    let reading = CSVReader.read(bytes)
    for problem in reading.problems { log.note(problem.message, in: file, line: problem.line) }
    guard let table = reading.table else { return [] }
    for name in table.columns where name.hasPrefix("__") && !PromptfooTable.isKnown(name) {
      log.note("The column \(name.quotedExcerpt()) is not carried over.", in: file, line: 1)
    }
    return table.records.map { test($0, table.columns) }
  }

  private static func isKnown(_ column: String) -> Bool {
    isAssertion(column) || texts[column] != nil || column == "__threshold" || assertion(configuredBy: column) != nil
      || options.contains(column)
  }

  static func isAssertion(_ column: String) -> Bool { column.hasPrefix("__expected") }

  /// Columns whose cell is a text of the test.
  private static let texts = ["__description": "description", "__providerOutput": "providerOutput", "__metric": ""]
  /// Columns whose cell is one of the test's options.
  private static let options = ["__prefix", "__suffix"]

  /// The assertion, from 0, whose threshold a column like `__config:__expected2:threshold` names.
  private static func assertion(configuredBy column: String) -> Int? {
    guard let match = column.wholeMatch(of: /__config:__expected(?<number>\d*):threshold/) else { return nil }
    return match.output.number.isEmpty ? 0 : Int(match.output.number).flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  private func test(_ record: CSVTable.Record, _ columns: [String]) -> ForeignValue {
    let cells = zip(columns, record.cells).filter { !$1.trimmed.isEmpty }
    let variables = zip(columns, record.cells).filter { !$0.0.hasPrefix("__") }
    var members = [member("vars", .object(variables.map { member($0, .string($1)) }))]
    let assertions = assertions(cells, of: record)
    if !assertions.isEmpty { members.append(member("assert", .array(assertions))) }
    let options = cells.filter { Self.options.contains($0.0) }
    if !options.isEmpty {
      members.append(member("options", .object(options.map { member(String($0.0.dropFirst(2)), .string($0.1)) })))
    }
    for (name, text) in cells {
      if let key = Self.texts[name], !key.isEmpty { members.append(member(key, .string(text))) }
      if name == "__threshold" { members += threshold(text, of: record) }
    }
    return ForeignValue(node(.object(members)), in: ForeignSource(file: file, bytes: [], firstLine: record.line))
  }

  private func threshold(_ text: String, of record: CSVTable.Record) -> [JSONMember] {
    if let value = Double(text.trimmed) { return value == 0 ? [] : [member("threshold", .number(value))] }
    log.note("The threshold \(text.quotedExcerpt()) is no number and is left out.", in: file, line: record.line)
    return []
  }

  private func assertions(_ cells: [(String, String)], of record: CSVTable.Record) -> [JSONNode] {
    let metric = cells.first { $0.0 == "__metric" }?.1
    let thresholds = Dictionary(
      cells.compactMap { name, text in Self.assertion(configuredBy: name).map { ($0, Double(text.trimmed)) } }
    ) { _, last in last }
    return cells.filter { Self.isAssertion($0.0) }.enumerated().map { index, cell in
      let read = PromptfooCell(cell.1)
      return assertion(read, threshold: thresholds[index] ?? nil, metric: metric, of: record)
    }
  }

  private func assertion(
    _ cell: PromptfooCell, threshold: Double?, metric: String?, of record: CSVTable.Record
  ) -> JSONNode {
    let own = cell.readsThreshold ? cell.threshold.flatMap { $0 == 0 ? nil : $0 } : nil
    if threshold == nil, own == nil, let usual = cell.usualThreshold {
      log.note(
        "The assertion \(cell.type.quotedExcerpt()) names no threshold, and promptfoo takes \(usual) in a table.",
        in: file,
        line: record.line)
    }
    let members = [
      member("type", .string(cell.type)),
      (threshold ?? own ?? cell.usualThreshold).map { member("threshold", .number($0)) },
      cell.value.map { member("value", .string($0)) }, metric.map { member("metric", .string($0)) },
    ]
    return node(.object(members.compactMap(\.self)))
  }

  private func member(_ key: String, _ kind: JSONNode.Kind) -> JSONMember {
    JSONMember(key: key, keyOffset: 0, value: node(kind))
  }

  private func node(_ kind: JSONNode.Kind) -> JSONNode { JSONNode(kind: kind, range: 0..<0) }
}
