import Foundation

/// A folder for one test, gone when the test is over.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("bakeoff-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path inside.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The text of a file inside.
  package func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
