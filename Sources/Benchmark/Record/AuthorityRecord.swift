/// Certificate authorities that a person named, so that a server of their own is believed.
package struct AuthorityRecord: Codable, Hashable, Sendable {
  /// Where they were named: `--ca-cert`, which adds to the system's, or the variable that replaces them.
  package var source: String
  /// The file, or the folder, as it was named.
  package var path: String
  /// Of the file, in lower-case hexadecimal; nil for a folder.
  package var sha256: String?

  package init(source: String, path: String, sha256: String? = nil) {
    self.source = source
    self.path = path
    self.sha256 = sha256
  }
}
