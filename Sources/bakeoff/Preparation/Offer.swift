internal import Benchmark
internal import Harness
internal import Transport
internal import Wire

/// What an endpoint offers a draft: its models with their prices, and today's quota.
struct Offer: Sendable {
  /// So that a slip of the keyboard is no plan.
  private static let mostTrials = 10_000_000

  var lineup: Lineup
  var budget: Budget

  /// Asks the endpoint; nothing of it counts against a quota.
  ///
  /// - Throws: `Failure` when nothing answers, the key is refused, or a model may not be sent; `LedgerFailure`.
  init(to draft: RunDraft, for command: RunCommand, by client: HTTPClient, _ page: LedgerPage?) async throws {
    let endpoint = draft.endpoint
    let preflight = Preflight(
      service: Service(endpoint: endpoint, key: draft.key, send: client.send), endpoint: endpoint)
    lineup = Lineup(
      endpoint: endpoint, catalogue: try await preflight.catalogue(), allowsPaid: command.budget.allowsPaid,
      allowsUnlisted: command.allowsUnlisted)
    if draft.gradedRun == nil { try lineup.check(draft.contestants) }
    try draft.judges.forEach(lineup.check)
    let asksQuota = endpoint.dialect == .openrouter && draft.key != nil
    let said = asksQuota ? try await preflight.quota() : nil
    budget = draft.budget(try await DayQuota(said, page, at: endpoint))
    guard budget.planned <= Offer.mostTrials else {
      throw Failure(.usage, "The plan has \(budget.planned) requests; a run holds \(Offer.mostTrials) at the most.")
    }
  }

  var prices: PriceList { PriceList(lineup.catalogue ?? []) }
}
