internal import Benchmark
internal import Harness

extension PreflightReport {
  /// What is still to be sent may cost, judges included; nil where nothing of it can.
  func cost(of draft: RunDraft) -> CostEstimate? {
    let isJudgedForMoney = draft.judges.contains(where: catalogueCheck.mayCost)
    guard isJudgedForMoney || draft.contestants.contains(where: { catalogueCheck.mayCost($0.model) }) else {
      return nil
    }
    return CostEstimate(
      draft.trials, judging: isJudgedForMoney ? draft.judging : [], of: draft.record, prices: prices)
  }

  /// What holds a run and its judges to a sum, of which earlier sessions have spent some.
  ///
  /// - Throws: `Failure` when it could not hold.
  func costLimit(_ sum: Double, for draft: RunDraft) throws -> CostLimit {
    let unpriced = draft.judges.first { catalogueCheck.mayCost($0) && prices.isPaid($0) == nil }
    if let unpriced { throw unknownPrice(of: unpriced) }
    return CostLimit(limit: sum, spent: try (draft.gradedRun ?? draft.earlier?.run).map(spent) ?? 0)
  }

  /// The same with what each of the draft's requests may cost.
  ///
  /// - Throws: `Failure` when it could not hold, or lets no request of a trial pass.
  func costBudget(of draft: RunDraft, under sum: Double) throws -> CostBudget {
    let record = draft.record
    var cells: [[Int]: Double] = [:]
    var worst = [Double](repeating: 0, count: record.plan.trials.count)
    for trial in draft.trials {
      let cell = [trial.prompt, trial.contestant]
      let cost = try cells[cell] ?? self.worst(of: trial, in: record)
      guard cost <= sum else { throw tooDear(record.contestants[trial.contestant].model, cost) }
      (cells[cell], worst[trial.number]) = (cost, cost)
    }
    return CostBudget(try costLimit(sum, for: draft), worst: worst)
  }

  /// The same limit with what is asked of judges when the answers are in.
  func costBudget(of judging: Judging, under limit: CostLimit) -> CostBudget {
    let worst = judging.trials.map { (try? self.worst(of: $0, in: judging.record)) ?? .infinity }
    return CostBudget(limit, worst: worst)
  }

  /// US dollars; where nobody says what a request cost, its worst counts.
  private func spent(by run: Run) throws -> Double {
    let trials = run.record.plan.trials
    let asked = try run.attempts.filter { trials.indices.contains($0.trial) && $0.cached == nil }.map {
      try $0.cost(atWorst: try worst(of: trials[$0.trial], in: run.record))
    }
    let rules = run.record.suite.prompts.lazy.flatMap(\.gradedRules)
    let judged = try run.judgements.map { judgement in
      try judgement.request.cost(
        atWorst: try worst(
          of: judgement.request, by: rules.first { $0.fingerprint == judgement.check } as? JudgeRule))
    }
    return (asked + judged).reduce(0, +)
  }

  /// Of a single request, in US dollars.
  private func worst(of trial: Trial, in record: RunRecord) throws -> Double {
    let model = record.contestants[trial.contestant].model
    guard catalogueCheck.mayCost(model) else { return 0 }
    guard let cost = prices.worst(trial, in: record) else { throw unknownPrice(of: model) }
    return cost
  }

  /// The same of a request that was sent to a judge; `rule` is nil where the suite has it no more.
  private func worst(of request: AttemptRecord, by rule: JudgeRule?) throws -> Double {
    guard catalogueCheck.mayCost(request.requestedModel) else { return 0 }
    guard let cost = prices.worst(of: request, maxTokens: rule?.parameters?.tokenLimit) else {
      throw unknownPrice(of: request.requestedModel)
    }
    return cost
  }

  private func unknownPrice(of model: String) -> Failure {
    Failure(.usage, "The price of '\(model)' is not known, so '--max-cost' cannot hold: leave out one of them.")
  }

  private func tooDear(_ model: String, _ cost: Double) -> Failure {
    Failure(
      .usage,
      "A single request to '\(model)' may cost \(Dollars.text(cost)), more than '--max-cost' allows. "
        + "'--max-tokens' makes answers shorter and cheaper.")
  }
}
