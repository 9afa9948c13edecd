import Benchmark
import Foundation
import Testing

/// The required cases of the JSON Schema Test Suite, read from beside the project where they are.
@Suite struct JSONSchemaConformanceTests {
  @Test(.enabled(if: Cases.file != nil, "shared/conformance/json-schema is not beside the project"))
  func `every case of the public test suite is decided as it says`() throws {
    let lines = try #require(Cases.file).split(separator: "\n")
    #expect(lines.count > 1_900)
    for line in lines {
      let test = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      let values = try JSONValue.members(of: String(line))
      let schema = try JSONSchema(compiling: #require(values["schema"]), assuming: test.assumedDraft)
      let mistakes = schema.mistakes(in: try #require(values["data"]))
      #expect(mistakes.isEmpty == test.valid, "\(test.id) (\(test.group): \(test.test)): \(mistakes)")
    }
  }

  private struct Case: Decodable {
    var id, draft, group, test: String
    var valid: Bool

    var assumedDraft: SchemaDraft { draft == "draft7" ? .draft7 : .draft2020 }
  }

  private enum Cases {
    /// In the nearest folder around this one that has them.
    static let file: String? = {
      var folder = URL(filePath: #filePath).deletingLastPathComponent()
      while folder.path.count > 1 {
        let file = folder.appending(path: "shared/conformance/json-schema/cases.jsonl")
        if let text = try? String(contentsOf: file, encoding: .utf8) { return text }
        folder = folder.deletingLastPathComponent()
      }
      return nil
    }()
  }
}
