internal import Benchmark
internal import Harness

/// What was found in a suite's file, good or bad.
struct SuiteExamination: Sendable {
  private var path: String
  private var reading: SuiteReading?
  private var options: SuiteOptions
  /// Why the file could not be read.
  private var obstacle: String?

  /// - Throws: Nothing that the file is to blame for.
  init(of path: String, _ options: SuiteOptions, in context: Context) throws {
    self.path = path
    self.options = options
    do {
      let folder = SuiteFolder(ofSuite: path, allowsOutside: options.allowsOutside, secrets: context.secrets())
      reading = SuiteReader.read(try SuiteFile.contents(of: path), path: path, files: folder)
    } catch let failure as Failure {
      obstacle = failure.message
    }
  }

  var isGood: Bool { reading?.suite != nil }

  /// A sentence each, with its place.
  var errors: [String] { obstacle.map { [$0] } ?? (reading?.problems ?? []).map(\.description) }

  var warnings: [String] { (reading?.warnings ?? []).map(\.description) }

  var problems: [ProblemJSON] {
    if let obstacle { return [ProblemJSON(file: path, message: obstacle)] }
    return (reading?.problems ?? []).map { ProblemJSON($0, severity: "error") }
      + (reading?.warnings ?? []).map { ProblemJSON($0, severity: "warning") }
  }

  /// One line about a good suite, or what was chosen of it.
  ///
  /// - Throws: `Failure` where nothing was.
  func summary() throws -> String? {
    guard let suite = reading?.suite else { return nil }
    let prompts = try SuiteFile.chosen(by: options.selection, of: suite.prompts)
    let checks = prompts.lazy.map { $0.turns.reduce($0.checks.count) { $0 + $1.checks.count } }.reduce(0, +)
    let whole = options.selection.isAll ? "" : "\(prompts.count) of "
    return "\(path): valid: \(whole)\(counted(suite.prompts.count, "prompt")), \(counted(checks, "check"))"
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
