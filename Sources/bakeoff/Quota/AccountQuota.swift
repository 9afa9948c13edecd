internal import Harness
internal import Wire

/// What is known of an account's free quota, and from whom.
struct AccountQuota: Sendable {
  /// What the server says when it is asked.
  enum Answer: Hashable, Sendable {
    case counted(KeyInfo)
    /// It said nothing of use; why.
    case silent(String)
    /// There is no key of the account to ask with.
    case notAsked
  }

  /// Who the day's limit is known from.
  enum LimitSource: String, Sendable {
    case server
    /// The server, when it was last asked.
    case earlier = "server, earlier"
    /// OpenRouter's least.
    case assumed
  }

  var account: Account
  var quota: Quota
  var answer: Answer
  var limitSource: LimitSource?

  /// Takes in what the server has just said, and reads the page.
  ///
  /// - Throws: `LedgerFailure`.
  init(on page: LedgerAccount, at endpoint: Endpoint, _ answer: Answer) async throws {
    account = page.account
    self.answer = answer
    if case .counted(let info) = answer, let remaining = info.freeRemaining, let limit = info.freeLimit {
      try await page.ledger.note(remaining: max(remaining, 0), limit: limit, of: page.account)
      limitSource = .server
    }
    quota = try await page.ledger.quota(of: page.account, at: endpoint.usualFreeRate)
    if limitSource == nil && quota.day.limit != nil { limitSource = .earlier }
    if quota.day.limit == nil && endpoint.origin == .openRouter {
      quota.day.limit = DayQuota.leastLimit
      limitSource = .assumed
    }
  }

  /// What the server counts as used today; nil where it did not say.
  var usedByServer: Int? {
    if case .counted(let info) = answer { info.freeUsed } else { nil }
  }
}
