/// What is asked of the ledger: a request of a run to an account, at a pace.
package struct BookingRequest: Hashable, Sendable {
  package var account: Account
  /// The run's id, to tell later who spent what.
  package var run: String
  /// Nil where the account has no limit in any window that we know of.
  package var rate: RequestRate?

  package init(account: Account, run: String, rate: RequestRate?) {
    self.account = account
    self.run = run
    self.rate = rate
  }
}
