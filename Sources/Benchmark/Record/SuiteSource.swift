/// Where a suite was read and the hashes of all that was read, so that a change is noticed.
package struct SuiteSource: Codable, Hashable, Sendable {
  package var path: String
  /// Lower-case hexadecimal.
  package var sha256: String
  /// The files whose text it takes in, by path; nil: none.
  package var files: [FileFacts]?

  package init(path: String, sha256: String, files: [FileFacts] = []) {
    self.path = path
    self.sha256 = sha256
    self.files = files.isEmpty ? nil : files
  }
}
