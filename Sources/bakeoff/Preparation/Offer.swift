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

  /// What the trials may cost; nil where none of them can.
  func cost(of trials: [Trial], in record: RunRecord) -> CostEstimate? {
    guard record.contestants.contains(where: { lineup.mayCost($0.model) }) else { return nil }
    return CostEstimate(trials, of: record, prices: prices)
  }

  /// What holds the run to a sum.
  ///
  /// - Throws: `Failure` when it could not hold, or lets no request pass.
  func costLimit(_ limit: Double, for draft: RunDraft) throws -> CostLimit {
    let record = draft.record
    var cells: [[Int]: Double] = [:]
    let worst = try record.plan.trials.map { trial in
      let cell = [trial.prompt, trial.contestant]
      let cost = try cells[cell] ?? self.worst(of: trial, in: record, under: limit)
      cells[cell] = cost
      return cost
    }
    let unpriced = draft.judges.first { lineup.mayCost($0) && prices.isPaid($0) == nil }
    if let unpriced { throw unknownPrice(of: unpriced) }
    return CostLimit(limit: limit, worst: worst, earlier: (draft.gradedRun ?? draft.earlier?.run)?.requests ?? [])
  }

  /// The same for what is asked of judges when the answers are in.
  func costLimit(_ limit: Double, for judging: Judging, after run: Run) -> CostLimit {
    let worst = judging.trials.map { trial in
      let isFree = !lineup.mayCost(judging.record.contestants[trial.contestant].model)
      return isFree ? 0 : prices.worst(trial, in: judging.record) ?? .infinity
    }
    return CostLimit(limit: limit, worst: worst, earlier: run.requests)
  }

  private func unknownPrice(of model: String) -> Failure {
    Failure(.usage, "The price of '\(model)' is not known, so '--max-cost' cannot hold: leave out one of them.")
  }

  private func worst(of trial: Trial, in record: RunRecord, under limit: Double) throws -> Double {
    let model = record.contestants[trial.contestant].model
    guard lineup.mayCost(model) else { return 0 }
    guard let cost = prices.worst(trial, in: record) else {
      throw unknownPrice(of: model)
    }
    guard cost <= limit else {
      throw Failure(
        .usage,
        "A single request to '\(model)' may cost \(Dollars.text(cost)), more than '--max-cost' allows. "
          + "'--max-tokens' makes answers shorter and cheaper.")
    }
    return cost
  }
}
