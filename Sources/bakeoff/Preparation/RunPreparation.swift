internal import Benchmark
internal import Harness
internal import Reporting
internal import Transport

/// From a draft and an offer to what is sent: what `bakeoff run` and `bakeoff plan` share.
struct RunPreparation: Sendable {
  var draft: RunDraft
  var preflight: PreflightReport
  /// Where requests are booked.
  var page: LedgerAccount?
  var options: BudgetOptions
  var context: Context
  /// Where answers are kept for other runs.
  var cache: AnswerCache?

  /// What of the plan is sent in this session and what is left to another.
  struct Share: Sendable {
    var now: [Trial]
    var later: [Trial] = []
  }

  /// Plan, cost, judges that judge themselves and the cache, a line each.
  var lines: [String] {
    let cost = preflight.cost(of: draft)
    let resumed = draft.earlier.map { ["Resumed: \($0.folder.id)."] } ?? []
    return ["Plan: \(PlanLine(budget: preflight.budget))."] + resumed
      + (cost.map { ["Cost: \($0.description)."] } ?? [])
      + (draft.authorities.words(for: draft.endpoint).map { ["\($0)."] } ?? [])
      + draft.selfJudging.map { judge, contestants in
        "Judge: \(judge) is the model of \(contestants.joined(separator: ", ")) too, and judges its own answers."
      } + freshness + (cache.map { ["Cache: \(recalled(from: $0))."] } ?? [])
  }

  private var freshness: [String] {
    draft.record.freshPrompts == nil || draft.gradedRun != nil
      ? [] : ["Prompts: fresh, each request with a nonce of its own in front of its first message."]
  }

  /// Takes what the cache answers out of what is to be sent.
  ///
  /// - Throws: `CacheFailure`, `Failure`.
  mutating func recall(from cache: AnswerCache) async throws {
    let builder = RequestBuilder(
      record: draft.record, endpoint: draft.endpoint, key: draft.key, attachments: .data(in: draft.files))
    do {
      draft.recall = try await CachedAnswers(
        of: draft.trials, after: draft.earlier?.resumeState, by: builder, from: cache)
    } catch let fault as AttachmentFault {
      throw Failure(.badData, fault.description)
    }
    preflight.budget.left = draft.left
    self.cache = cache
  }

  private func recalled(from cache: AnswerCache) -> String {
    let count = draft.recall?.requests ?? 0
    let words = count == 1 ? "1 request is answered" : "\(count) requests are answered"
    return "\(words) by \(TerminalText.escaped(cache.path))" + (count > 0 ? " and will enter no latency" : "")
      + (draft.record.freshPrompts == nil ? "" : "; nonces are no part of what is looked up")
  }

  /// Says by which proxy requests go: its time is in every number.
  func announceProxy() {
    guard let proxy = HTTPClient.proxyHost(for: draft.endpoint.base, environment: context.environment) else { return }
    context.console.say("Requests go by the proxy \(proxy): its own time is inside every latency.")
  }

  /// Holds the plan against today's quota, and trims or cuts it as the options say.
  ///
  /// - Throws: `Failure` with the choices when the quota is too small and nothing was chosen.
  mutating func decide() throws -> Share {
    guard preflight.budget.shortage > 0, !options.isConfirmed else { return Share(now: draft.trials) }
    if draft.gradedRun != nil {
      throw Failure(.incomplete, "\(shortage) '--yes' asks as many judges as it covers, '--no-judges' none.")
    }
    if options.fits { return try fitted() }
    if options.untilQuota { return try wholeBlocks() }
    throw Failure(.incomplete, "\(shortage) Choose:", details: choices)
  }

  private var shortage: String {
    let count = preflight.budget.shortage
    return "Today's free quota is \(count) request\(count == 1 ? "" : "s") too small for this plan."
  }

  private mutating func fitted() throws -> Share {
    guard let budget = preflight.budget.fitted else {
      throw Failure(
        .incomplete,
        "\(shortage) Even one repetition of one model is more: take a smaller suite, or give '--until-quota'.")
    }
    let planned = Set(draft.record.contestants.map(\.name))
    draft.trim(to: budget)
    preflight.budget = budget
    let without = planned.subtracting(draft.record.contestants.map(\.name)).sorted()
    let words = "Trimmed to today's quota: \(PlanLine(budget: budget))."
    context.console.say(words + (without.isEmpty ? "" : " Left out: \(without.joined(separator: ", "))."))
    return Share(now: draft.trials)
  }

  private func wholeBlocks() throws -> Share {
    let allotment = QuotaAllocation(
      draft.trials, remaining: preflight.budget.remaining, drawing: draft.freeRequests)
    guard !allotment.today.isEmpty else {
      throw Failure(
        .incomplete,
        "\(shortage) It does not cover one whole block (a prompt to every model). Come back after "
          + "\(QuotaReset(in: context).words).")
    }
    let requests = [allotment.today, allotment.later].map { $0.reduce(0) { $0 + draft.requests(of: $1) } }
    context.console.say(
      "Today: \(requests[0]) requests in whole blocks; \(requests[1]) are left for another day.")
    return Share(now: allotment.today, later: allotment.later)
  }

  /// What can be typed instead, each under a line that says what it does.
  private var choices: [String] {
    let command = { (word: String) in "    " + CommandText.run(like: context.words, adding: word) }
    var lines: [String] = []
    if draft.earlier == nil, let budget = preflight.budget.fitted {
      lines += ["  less, so that it fits today (\(PlanLine(budget: budget).shape)):", command("--fit")]
    }
    let days = preflight.budget.days.map { " (\($0) days)" } ?? ""
    lines += ["  whole blocks while the quota lasts, the rest with --resume\(days):", command("--until-quota")]
    return lines + ["  all the same, to be stopped where the quota ends:", command("--yes")]
  }
}
