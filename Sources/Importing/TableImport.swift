internal import Benchmark

/// A table of prompts: the columns prompt, id, expected and tags, or those named in their place; any other is a variable.
struct TableImport {
  private enum Column: String, CaseIterable {
    case prompt, id, expected, tags
  }

  private let file: String
  private let comparison: Comparison
  private let columns: ImportColumns
  private let log: ImportLog
  /// Where the special columns stand.
  private var places: [Column: Int] = [:]
  /// Where the others stand, with the name that the prompts use and ours.
  private var variables: [(place: Int, foreign: String, name: String)] = []
  private var used: Set<String> = []

  init(file: String, comparison: Comparison, columns: ImportColumns, log: ImportLog) {
    self.file = file
    self.columns = columns
    self.comparison = comparison
    self.log = log
  }

  /// Makes a case of every record.
  ///
  /// - Throws: `ImportFailure` when there is no column of prompts.
  mutating func cases(_ table: CSVTable) throws(ImportFailure) -> [Case] {
    try find(table)
    let cases = table.records.compactMap { record in `case`(record) }
    let guess = places[.expected] == nil ? guess(in: table).expected : nil
    for variable in variables where !used.contains(variable.name) {
      let remedy =
        variable.foreign == guess
        ? " If it holds what is expected, give '--expected-column \(ColumnGuess.word(variable.foreign))'." : ""
      log.note(
        "The column \(variable.foreign.quotedExcerpt()) is left out: no prompt names {{\(variable.foreign.excerpt())}}."
          + remedy, in: file, line: 1)
    }
    return cases
  }

  private mutating func find(_ table: CSVTable) throws(ImportFailure) {
    places[.prompt] = try columns.prompt.map { (name) throws(ImportFailure) in try place(of: name, in: table) }
    places[.expected] = try columns.expected.map { (name) throws(ImportFailure) in try place(of: name, in: table) }
    let named = Set(places.values)
    for (place, name) in table.columns.enumerated() where !named.contains(place) {
      if let column = Column(rawValue: name.trimmed.lowercased()), places[column] == nil {
        places[column] = place
      } else {
        let wish = name.trimmed.asVariableName
        let isTaken = variables.contains { $0.name == wish }
        variables.append((place, name.trimmed, isTaken ? "\(wish)_\(place)" : wish))
      }
    }
    if places[.prompt] == nil {
      throw ImportFailure(
        "\(file.excerpt(400)) has no column 'prompt'. "
          + (guess(in: table).sentence
            ?? "Its columns are \(TableImport.listed(table.columns)): give '--prompt-column NAME' for that of the prompts.")
      )
    }
  }

  /// Where the column of a name stands that was given, by its letters, else in any case.
  private func place(of name: String, in table: CSVTable) throws(ImportFailure) -> Int {
    if name.hasPrefix("__expected") {
      throw ImportFailure(
        "The column \(name.quotedExcerpt()) holds assertions of promptfoo's: import the configuration that names this table."
      )
    }
    let names = table.columns.map(\.trimmed)
    let place =
      names.firstIndex(of: name.trimmed) ?? names.firstIndex { $0.lowercased() == name.trimmed.lowercased() }
    if let place { return place }
    let nearest = EditDistance.nearest(to: name, among: names)
    throw ImportFailure(
      "\(file.excerpt(400)) has no column \(name.quotedExcerpt()). "
        + (nearest.map { "Did you mean \($0.quotedExcerpt())? " } ?? "")
        + "Its columns are \(TableImport.listed(names)).")
  }

  private static func listed(_ names: [String]) -> String {
    names.map { $0.quotedExcerpt() }.joined(separator: ", ")
  }

  private func guess(in table: CSVTable) -> ColumnGuess {
    let some = table.records.prefix(100)
    return ColumnGuess(
      columns: table.columns.enumerated().map { place, name in (name.trimmed, some.map { $0.cells[place] }) })
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
