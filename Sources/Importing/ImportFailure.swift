/// Why a file is not imported at all.
package struct ImportFailure: Error, Hashable, Sendable {
  /// Whole sentences, or one that the details go on.
  package let message: String
  /// A line each.
  package let details: [String]

  init(_ message: String, details: [String] = []) {
    self.message = message
    self.details = details
  }
}
