import Benchmark
import Importing
import Testing

/// A suite that was made of a foreign file, read again as any suite is.
struct Imported {
  var text: String
  var suite: Suite
  var notes: [String]

  /// `files` are those beside the foreign file, by path.
  init(
    _ foreign: String, file: String = "config.json", format: ForeignFormat? = nil, comparison: Comparison? = nil,
    columns: ImportColumns = ImportColumns(), files: [String: String] = [:]
  ) throws {
    let importer = Importer(
      name: "imported", file: file, comparison: comparison, columns: columns, files: TextFiles(texts: files))
    let imported: ImportedSuite
    do {
      imported = try importer.suite(of: Array(foreign.utf8), format: format)
    } catch {
      throw Refused(message: ([error.message] + error.details).joined(separator: "\n"))
    }
    text = imported.text
    notes = imported.notes
    let reading = SuiteReader.read(Array(text.utf8), path: "suite.json")
    suite = try #require(
      reading.suite, "\(reading.problems.map(\.description).joined(separator: "\n")) in\n\(imported.text)")
  }

  /// Why nothing was made.
  struct Refused: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
  }
}

private struct TextFiles: SuiteFiles {
  var texts: [String: String]

  func text(_ path: String) throws(SuiteFileFault) -> String {
    if path.contains("..") { throw .outside }
    guard let text = texts[path] else { throw .unreadable("No such file or directory") }
    return text
  }

  func rows(_ path: String) throws(SuiteFileFault) -> [UInt8] { Array(try text(path).utf8) }

  func facts(_ path: String) throws(SuiteFileFault) -> FileFacts { throw .unreadable("No such file or directory") }
}

extension Imported {
  /// The checks that a suite's own words stand for.
  static func checks(_ words: String...) throws -> [Check] {
    let text = #"{"name":"x","prompts":[{"id":"a","prompt":"Hi","checks":[\#(words.joined(separator: ","))]}]}"#
    let reading = SuiteReader.read(Array(text.utf8), path: "expected.json")
    let suite = try #require(reading.suite, "\(reading.problems.map(\.description))")
    return suite.prompts[0].checks
  }
}
