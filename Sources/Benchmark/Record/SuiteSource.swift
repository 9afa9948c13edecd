/// Where a suite was read and the hash of its bytes, so that a change is noticed.
package struct SuiteSource: Codable, Hashable, Sendable {
  package var path: String
  /// Lower-case hexadecimal.
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
