/// Why the ledger cannot be used, as whole sentences that say what to do.
package struct LedgerFailure: Error, Hashable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// It is no ledger, or not a whole one.
    case damaged
    /// A later version of the program wrote it.
    case newer
    /// The system does not let us read or write it.
    case unusable
  }

  package var kind: Kind
  package var description: String

  private init(_ kind: Kind, _ problem: String, remedy: String) {
    self.kind = kind
    description = "\(problem). \(remedy), or give '--ledger off' to count for this run alone."
  }

  init(_ failure: DatabaseFailure, of path: String) {
    switch failure.kind {
    case .damaged: self = .damaged(path, failure.reason)
    case .newer(let version, let known): self = .newer(path, version: version, known: known)
    case .unusable: self = .unusable(path, failure.reason)
    }
  }

  private static func damaged(_ path: String, _ why: String) -> LedgerFailure {
    LedgerFailure(
      .damaged, "The ledger \(path) cannot be read: \(why)",
      remedy: "Move it away to begin a new one, name another with '--ledger FILE'")
  }

  private static func newer(_ path: String, version: Int64, known: Int64) -> LedgerFailure {
    LedgerFailure(
      .newer,
      "The ledger \(path) was written by a newer bakeoff: its format is \(version), this one knows \(known)",
      remedy: "Use the newer one, name another ledger with '--ledger FILE'")
  }

  package static func unusable(_ path: String, _ why: String) -> LedgerFailure {
    LedgerFailure(
      .unusable, "The ledger \(path) cannot be used: \(why)", remedy: "Name another with '--ledger FILE'")
  }
}
