internal import Benchmark

/// A table of prompts: the columns prompt, id, expected and tags; any other is a variable.
struct TableImport {
  private enum Column: String, CaseIterable {
    case prompt, id, expected, tags
  }

  private let file: String
  private let comparison: Comparison
  private let log: ImportLog
  /// Where the special columns stand.
  private var places: [Column: Int] = [:]
  /// Where the others stand, with the name that the prompts use and ours.
  private var variables: [(place: Int, foreign: String, name: String)] = []
  private var used: Set<String> = []

  init(file: String, comparison: Comparison, log: ImportLog) {
    self.file = file
    self.comparison = comparison
    self.log = log
  }

  /// Makes a case of every record.
  ///
  /// - Throws: `ImportFailure` when there is no column of prompts.
  mutating func cases(_ table: CSVTable) throws(ImportFailure) -> [Case] {
    try find(table.columns)
    let cases = table.records.compactMap { record in `case`(record) }
    for variable in variables where !used.contains(variable.name) {
      log.note(
        "The column \(variable.foreign.quotedExcerpt()) is left out: no prompt names {{\(variable.foreign.excerpt())}}.",
        in: file, line: 1)
    }
    return cases
  }

  private mutating func find(_ columns: [String]) throws(ImportFailure) {
    for (place, name) in columns.enumerated() {
      if let column = Column(rawValue: name.trimmed.lowercased()), places[column] == nil {
        places[column] = place
      } else {
        let wish = name.trimmed.asVariableName
        let isTaken = variables.contains { $0.name == wish }
        variables.append((place, name.trimmed, isTaken ? "\(wish)_\(place)" : wish))
      }
    }
    guard places[.prompt] == nil else { return }
    let nearest = EditDistance.nearest(to: Column.prompt.rawValue, among: columns)
    throw ImportFailure(
      "\(file.excerpt(400)) has no column 'prompt'. "
        + (nearest.map { "Rename \($0.quotedExcerpt()) to it." }
          ?? "Its columns are \(columns.map { $0.quotedExcerpt() }.joined(separator: ", "))."))
  }

  private mutating func `case`(_ record: CSVTable.Record) -> Case? {
    let cell = { [places] (column: Column) in places[column].map { record.cells[$0] } ?? "" }
    guard !cell(.prompt).trimmed.isEmpty else {
      log.note("The record has an empty prompt and is left out.", in: file, line: record.line)
      return nil
    }
    let template = Template(
      cell(.prompt), variables: Dictionary(variables.map { ($0.foreign, $0.name) }) { first, _ in first },
      keepingUnknown: true)
    for expression in template.expressions {
      let words = "\(expression.quotedExcerpt()) names no column and is taken for plain text."
      log.note(words, in: file, line: record.line)
    }
    used.formUnion(template.names)
    if places[.expected] != nil, cell(.expected).trimmed.isEmpty {
      log.note("The record expects no answer, and its prompt has no check.", in: file, line: record.line)
    }
    let id = cell(.id).trimmed
    return Case(
      name: id.isEmpty ? nil : id, series: "row", number: record.line, content: .string(template.text),
      variables: variables.filter { template.names.contains($0.name) }
        .map { OrderedJSON.Member(key: $0.name, value: .string(record.cells[$0.place])) },
      checks: [comparison.check([Template.literal(cell(.expected))])].compactMap(\.self),
      tags: tags(cell(.tags), of: record))
  }

  private func tags(_ cell: String, of record: CSVTable.Record) -> [String] {
    let tags = cell.split { ",;".contains($0) || $0.isNewline }.map(\.trimmed).filter { !$0.isEmpty }
    return tags.map(Template.literal).filter { tag in
      guard let objection = Objection.to(tag: tag) else { return true }
      log.note("A tag is left out. \(objection)", in: file, line: record.line)
      return false
    }
  }
}
