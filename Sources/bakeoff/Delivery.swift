internal import Benchmark
internal import Harness
internal import Reporting

/// Brings a report to its files and to standard output.
struct Delivery: Sendable {
  var options: OutputOptions
  var console: Console
  /// Makes the names of temporary files unique.
  var token: String

  /// Writes the files that were asked for and prints what belongs on standard output.
  ///
  /// - Throws: `Failure`.
  func deliver(_ report: Report) throws {
    try show(report)
    try write(report, to: options.files.filter { $0 != "-" })
  }

  /// Writes every file that can be written.
  ///
  /// - Throws: `Failure`: the first file's that cannot.
  func write(_ report: Report, to files: [String]) throws {
    var first: (any Error)?
    for file in files {
      do {
        try write(report, to: file)
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  /// Answers are read again while they are written: a report is whole only if all were still there.
  private func check(_ report: Report) throws {
    guard let failure = report.run.attempts.failure else { return }
    throw Failure(.badData, "The report is not whole: \(failure).")
  }

  private func show(_ report: Report) throws {
    try check(report)
    if options.isJSON {
      try print(SummaryJSON.render(report) + "\n")
    } else if options.files.contains("-") {
      try (options.format(of: "-") ?? .markdown).renderer.render(report, to: print)
    } else {
      try print(
        TerminalTable.render(report, width: console.outputWidth, styled: console.isStyled), isSafe: true)
    }
    try check(report)
  }

  func write(_ report: Report, to file: String) throws {
    guard let format = options.format(of: file) else { return }
    try OutputOptions.protect(file)
    let isTerminal = FileSystem.isTerminal(file)
    do {
      try AtomicFile.write(to: file, token: token) { write in
        try format.renderer.render(report) { text in
          try write(Array((isTerminal ? TerminalText.escapedLines(text) : text).utf8))
        }
        try check(report)
      }
    } catch let error as FileError {
      throw Failure(.cannotWrite, "The report \(file) cannot be written: \(error.reason).")
    }
  }

  private func print(_ text: String) throws { try print(text, isSafe: false) }

  private func print(_ text: String, isSafe: Bool) throws {
    do {
      try console.output(text, isSafe: isSafe)
    } catch let error as FileError {
      throw Failure(.cannotWrite, "Standard output cannot be written: \(error.reason).")
    }
  }
}
