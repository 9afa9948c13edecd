/// Which program wrote a journal.
package struct ToolVersion: Codable, Hashable, Sendable {
  package var name: String
  package var version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
