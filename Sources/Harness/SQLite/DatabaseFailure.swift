/// Why a database cannot be used.
struct DatabaseFailure: Error, Hashable, CustomStringConvertible {
  enum Kind: Hashable, Sendable {
    /// It is no database, or not a whole one.
    case damaged
    /// A later version of the program wrote it.
    case newer(version: Int64, known: Int64)
    /// The system does not let us read or write it.
    case unusable
  }

  var kind: Kind
  /// The system's words or SQLite's.
  var reason: String

  var description: String { "a database cannot be used: \(reason)" }
}
