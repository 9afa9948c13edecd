internal import Benchmark

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What is wrong with suites, as one JSON array for editors and scripts.
struct ProblemJSON: Encodable {
  private var file: String
  /// From 1, the column in Unicode scalars; null where the file could not be read at all.
  private var line: Int?
  private var column: Int?
  /// As in `prompts[2].checks[0].type`; empty for the whole file.
  private var path: String
  /// `error`, or `warning` for what does not keep the suite from being used.
  private var severity: String
  private var message: String

  init(_ problem: SuiteProblem, severity: String) {
    file = problem.file
    (line, column) = (problem.place.line, problem.place.column)
    path = problem.path
    self.severity = severity
    message = problem.fault.message
  }

  /// A suite that cannot be read.
  init(file: String, message: String) {
    self.file = file
    path = ""
    severity = "error"
    self.message = message
  }

  /// One line, keys in alphabetical order.
  static func text(of problems: [ProblemJSON]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(problems), as: UTF8.self)
  }

  private enum Key: String, CodingKey {
    case file, line, column, path, severity, message
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(file, forKey: .file)
    try fields.encode(line, forKey: .line)
    try fields.encode(column, forKey: .column)
    try fields.encode(path, forKey: .path)
    try fields.encode(severity, forKey: .severity)
    try fields.encode(message, forKey: .message)
  }
}
