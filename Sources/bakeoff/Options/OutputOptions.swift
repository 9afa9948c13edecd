internal import Arguments
internal import Harness
internal import Reporting

/// Where reports go and what is printed.
struct OutputOptions: Sendable {
  var files: [String] = []
  var format: ReportFormat?
  var isJSON = false

  static let arguments = Argument<Self>.section(
    "OUTPUT",
    [
      .repeated(
        "output", short: "o", \.files, valueName: "file",
        help: "Write a report; its extension (.md, .csv) is its format, - is standard output. Repeat for several."),
      .option(
        "format", \.format, valueName: "format", help: "The format of '-o -' and of files with another extension."),
      .flag("json", \.isJSON, help: "Print a summary in JSON instead of the table."),
    ])

  /// - Throws: `UsageError`.
  func validate() throws(UsageError) {
    let toOutput = files.filter { $0 == "-" }.count
    if isJSON && toOutput > 0 {
      throw .rule("'--json' and '-o -' both write to standard output: give one of them.")
    }
    if format != nil && files.isEmpty {
      throw .rule("'--format' is that of a report: give '-o -' for standard output, or '-o <file>'.")
    }
    if toOutput > 1 { throw .rule("'-o -' is given twice, but there is one standard output.") }
    for file in files where file != "-" && format(of: file) == nil {
      throw .rule("The name '\(file)' does not tell a format: end it in .md or .csv, or give '--format <format>'.")
    }
  }

  /// Finds out that a report cannot be written before anything is spent on it.
  ///
  /// - Throws: `Failure`.
  func probe() throws {
    for file in files where file != "-" {
      if let reason = AtomicFile.obstacle(to: file) {
        throw Failure(.cannotWrite, "The report \(file) cannot be written: \(reason).")
      }
      try Self.protect(file)
    }
  }

  /// - Throws: `Failure` for a file that is no report and that a report would replace.
  static func protect(_ file: String) throws {
    guard FileSystem.holdsData(file) else { return }
    throw Failure(
      .cannotWrite,
      "The report \(file) cannot be written: a suite, a journal or a database is there. Give it another name.")
  }

  /// The format that a file's name or `--format` tells; Markdown on standard output.
  func format(of file: String) -> ReportFormat? {
    if file == "-" { return format ?? .markdown }
    let name = file.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    return (parts.count > 1 ? ReportFormat(fileExtension: String(parts[parts.count - 1])) : nil) ?? format
  }

  var usesStandardOutput: Bool { isJSON || files.contains("-") }
}

extension ReportFormat: ArgumentValue {}
