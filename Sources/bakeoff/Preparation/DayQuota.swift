internal import Harness
internal import Wire

/// What is left of a day's free quota: the smaller of the server's count and our own.
struct DayQuota: Hashable, Sendable {
  /// What OpenRouter allows accounts that bought little; assumed where it has never said more.
  static let leastLimit = 50

  /// Nil where nobody knows a limit.
  var remaining: Int?
  var limit: Int?
  /// Whether the server did not say, so that other programs and machines may have spent some.
  var isOurCount = false

  /// `server` is what it just said.
  ///
  /// - Throws: `LedgerFailure`.
  init(_ server: KeyInfo?, _ page: LedgerAccount?, at endpoint: Endpoint) async throws {
    remaining = server?.freeRemaining.map { max($0, 0) }
    limit = server?.freeLimit
    guard let page else { return }
    if let remaining, let limit { try await page.ledger.note(remaining: remaining, limit: limit, of: page.account) }
    var day = try await page.ledger.today(of: page.account)
    if endpoint.origin == .openRouter { day.limit = day.limit ?? DayQuota.leastLimit }
    isOurCount = remaining == nil
    (remaining, limit) = (day.remaining ?? remaining, day.limit ?? limit)
  }
}
