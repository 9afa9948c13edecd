/// Where a suite was read and the hashes of all that was read, so that a change is noticed.
package struct SuiteSource: Codable, Hashable, Sendable {
  package var path: String
  /// Lower-case hexadecimal.
  package var sha256: String
  /// The files whose text or rows it takes in, by path; nil: none.
  package var files: [FileFacts]?
  /// How many prompts it holds, where only some of them were chosen.
  package var prompts: Int?

  package init(path: String, sha256: String, files: [FileFacts] = [], prompts: Int? = nil) {
    self.path = path
    self.sha256 = sha256
    self.files = files.isEmpty ? nil : files
    self.prompts = prompts
  }
}
