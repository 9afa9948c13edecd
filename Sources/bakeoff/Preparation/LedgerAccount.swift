internal import Benchmark
internal import Harness

/// An account's page in the ledger.
struct LedgerAccount: Sendable {
  var ledger: Ledger
  var account: Account
}

extension LedgerAccount {
  /// The page that a draft's requests are booked on; nil where none of them draws on a quota, or no ledger is kept.
  ///
  /// - Throws: `LedgerFailure`.
  init?(for draft: RunDraft, _ options: LedgerOptions, in context: Context) throws {
    guard draft.drawsOnQuota, let ledger = try options.ledger(in: context)
    else { return nil }
    self.ledger = ledger
    account = Account(origin: draft.endpoint.origin, name: options.account, key: draft.key)
  }
}
