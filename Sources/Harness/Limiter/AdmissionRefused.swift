/// Why nothing may leave for the rest of the day: all that the day's quota holds is booked.
package struct AdmissionRefused: Error, Hashable, CustomStringConvertible {
  /// When there is quota again: UTC, RFC 3339.
  package var resetsAt: String?
  /// One clause.
  package var words: String

  package init(resetsAt: String?, words: String) {
    self.resetsAt = resetsAt
    self.words = words
  }

  package var description: String { words }
}
