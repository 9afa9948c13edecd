internal import Arguments
internal import Benchmark
internal import Harness

/// Whose free quota it is, and the book in which all runs count it.
struct LedgerOptions: Sendable {
  private static let off = "off"

  var account: String?
  var file: String?

  static let arguments = Argument<Self>.section(
    "QUOTA",
    [
      .option(
        "account", \.account, valueName: "name",
        help: "Whose free quota it is; give it where one account has several keys. Without it: a fingerprint of the "
          + "key."),
      .option(
        "ledger", \.file, valueName: "file",
        help: "Where free requests are counted, for all runs together; 'off' counts none. Without it: "
          + "$\(DataFile.ledger.variable), or ledger.sqlite in $XDG_STATE_HOME/bakeoff (~/.local/state/bakeoff)."),
    ])

  func validate() throws(UsageError) {
    if account == "" { throw .rule("'--account <name>' needs a name.") }
    if file == "" { throw .rule("'--ledger <file>' needs the name of a file, or 'off'.") }
    if account != nil && file == LedgerOptions.off {
      throw .rule("'--account' says whose requests are counted, '--ledger off' that none are: give one of them.")
    }
    if let account, LeakedKey.isFound(in: account) {
      throw .rule("'--account <name>' takes a name of your own choice, never a key.")
    }
  }

  /// The ledger that is named, or the customary one; nil where it is off, or where no place for it is known.
  ///
  /// - Throws: `LedgerFailure`.
  func ledger(in context: Context) throws -> Ledger? {
    let environment = context.environment
    guard let path = DataFile.ledger.path(named: file, environment: environment) else {
      context.console.warn(
        "There is no home folder, so free requests are counted nowhere: name a file with '--ledger FILE'.")
      return nil
    }
    if path == LedgerOptions.off { return nil }
    do {
      try DataFile.ledger.prepareFolder(of: path, environment: environment)
    } catch let error as FileError {
      throw LedgerFailure.unusable(path, error.reason)
    }
    return try Ledger(path, clock: context.moment)
  }
}
