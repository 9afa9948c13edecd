internal import Benchmark
internal import Harness
internal import Transport
internal import Wire

/// What an endpoint offers a draft: its models with their prices, and today's quota.
struct PreflightReport: Sendable {
  var catalogueCheck: CatalogueCheck
  var budget: Budget
  /// Why the endpoint's list of models is not known, with what a person can do; nil where it is.
  var unlisted: Preflight.NoCatalogue?
  /// The endpoint has shown that its address is right, and that it takes the key, by what counts against no quota.
  var isProven: Bool

  /// Asks the endpoint; nothing of it counts against a quota.
  ///
  /// - Throws: `Failure` when nothing answers, the key is refused, or a model may not be sent; `LedgerFailure`.
  init(to draft: RunDraft, for command: RunCommand, by client: HTTPClient, _ page: LedgerAccount?) async throws {
    let endpoint = draft.endpoint
    let preflight = Preflight(
      service: Service(
        endpoint: endpoint, key: draft.key, patience: Service.Patience(draft.record.deadlines), send: client.send),
      endpoint: endpoint, hasKey: draft.key != nil)
    catalogueCheck = CatalogueCheck(
      endpoint: endpoint, allowsPaid: command.budget.allowsPaid, allowsUnlisted: command.allowsUnlisted,
      names: draft.record.suite.contestants.map(\.name))
    do {
      catalogueCheck.catalogue = try await preflight.catalogue()
    } catch let refusal as Preflight.NoCatalogue {
      unlisted = refusal
    }
    if draft.gradedRun == nil { try catalogueCheck.check(draft.contestants) }
    try draft.judges.forEach(catalogueCheck.check)
    let asksQuota = endpoint.dialect == .openrouter && draft.key != nil
    let said = asksQuota ? try await preflight.quota() : nil
    isProven = unlisted == nil && (draft.key == nil || said != nil)
    budget = draft.budget(try await DayQuota(said, page, at: endpoint))
    guard budget.planned <= RunRecord.mostTrials else {
      throw Failure(.usage, "The plan has \(budget.planned) requests; a run holds \(RunRecord.mostTrials) at the most.")
    }
  }

  /// Facts of the endpoint's list that a person should know before the first request, a sentence or more each.
  func warnings(for draft: RunDraft, today: String) -> [String] {
    let asked = draft.contestants.map(\.model) + draft.judges
    return (unlisted.map { ["\($0.words) Ids, prices and expiry dates are not checked."] } ?? [])
      + catalogueCheck.expired(among: asked, today: today).map {
        "The model '\($0.model)' has expired on \($0.day), by the list of \(catalogueCheck.endpoint.name)."
      } + rivals(for: draft)
  }

  /// A comparison takes two.
  private func rivals(for draft: RunDraft) -> [String] {
    guard draft.record.contestants.count == 1, draft.needs.load().perRival > 0 else { return [] }
    return ["A judge's check compares contestants, and there is one: it stays ungraded."]
  }

  var prices: PriceList { PriceList(catalogueCheck.catalogue ?? []) }
}
