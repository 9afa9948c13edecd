/// Where the lines of a run go, in the order in which they come.
package protocol Journal: Sendable {
  /// When it returns the line is kept.
  ///
  /// - Throws: `FileError`: a run whose results cannot be stored has to stop.
  func write(_ line: JournalLine) throws
}

extension JournalWriter: Journal {}
