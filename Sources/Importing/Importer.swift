package import Benchmark

/// Makes a suite of what other tools' users have.
package struct Importer: Sendable {
  /// The suite's name.
  package var name: String
  /// As it was given, for messages.
  package var file: String
  /// How expected answers are compared; nil for what the format's own tool would do.
  package var comparison: Comparison?
  /// Where a table or its like holds what is asked and what is expected.
  package var columns: ImportColumns
  /// The model that judges where a promptfoo configuration names none.
  package var judge: String?
  /// The files beside it.
  package var files: any SuiteFiles

  package init(
    name: String, file: String, comparison: Comparison? = nil, columns: ImportColumns = ImportColumns(),
    judge: String? = nil, files: any SuiteFiles
  ) {
    self.name = name
    self.file = file
    self.comparison = comparison
    self.columns = columns
    self.judge = judge
    self.files = files
  }

  /// Without a format it goes by the content.
  ///
  /// - Throws: `ImportFailure` when nothing of the file makes a suite.
  package func suite(of bytes: [UInt8], format: ForeignFormat? = nil) throws(ImportFailure) -> ImportedSuite {
    let format = if let format { format } else { try ForeignFormat.detected(in: bytes, of: file) }
    let log = ImportLog()
    var draft = SuiteDraft(name: name)
    var hint: String?
    switch format {
    case .promptfoo:
      if columns != ImportColumns() { throw misplacedColumns }
      var reader = PromptfooImport(files: ForeignFiles(files), judge: judge, log: log)
      try reader.fill(&draft, from: try root(of: bytes, log))
    case .evals:
      var reader = SampleImport(file: file, comparison: comparison ?? .startsWith, columns: columns, log: log)
      draft.cases = reader.cases(bytes)
      hint = reader.hint
    case .csv:
      var reader = TableImport(file: file, comparison: comparison ?? .equals, columns: columns, log: log)
      draft.cases = try reader.cases(try table(bytes))
    }
    guard !draft.cases.isEmpty else {
      throw ImportFailure(
        "There is nothing to ask in \(file.excerpt(400))." + (hint.map { " \($0)" } ?? ""), details: log.sentences)
    }
    return ImportedSuite(text: draft.text, notes: log.sentences)
  }

  private var misplacedColumns: ImportFailure {
    ImportFailure(
      "'--prompt-column' and '--expected-column' are for tables and JSON Lines, and \(file.excerpt(400)) is a "
        + "configuration of promptfoo.")
  }

  private func root(of bytes: [UInt8], _ log: ImportLog) throws(ImportFailure) -> ForeignValue {
    let reading = JSONReader.read(bytes)
    let source = ForeignSource(file: file, bytes: bytes)
    if let root = reading.root {
      log.note(reading.problems, in: source)
      return ForeignValue(root, in: source)
    }
    throw ImportFailure(
      "\(file.excerpt(400)) is not JSON:",
      details: reading.problems.map { problem in
        let place = source.place(of: problem.offset)
        return "\(file.excerpt(400)):\(place.line):\(place.column): \(problem.fault.message)."
      })
  }

  private func table(_ bytes: [UInt8]) throws(ImportFailure) -> CSVTable {
    let reading = CSVReader.read(bytes)
    if let table = reading.table { return table }
    throw ImportFailure(
      "\(file.excerpt(400)) is not a table:",
      details: reading.problems.map { "\(file.excerpt(400)):\($0.line): \($0.message)" })
  }
}

/// A suite made of a foreign file.
package struct ImportedSuite: Sendable {
  /// JSON as a person would lay it out.
  package let text: String
  /// A sentence, with its place, for everything that the suite does not say or says in another way.
  package let notes: [String]
}
