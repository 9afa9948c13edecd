/// Why nothing may leave for longer than anybody waits.
package struct AdmissionRefused: Error, Hashable, CustomStringConvertible {
  package enum Cause: Hashable, Sendable {
    /// All that the day's quota holds is booked.
    case day
    /// A server wants to be left alone.
    case hold
  }

  package var cause: Cause
  /// When something may leave again: UTC, RFC 3339.
  package var resetsAt: String?
  /// One clause.
  package var words: String

  package init(_ cause: Cause = .day, resetsAt: String?, words: String) {
    self.cause = cause
    self.resetsAt = resetsAt
    self.words = words
  }

  package var description: String { words }
}
