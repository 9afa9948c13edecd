internal import Arguments
internal import Harness
internal import Transport

/// `bakeoff quota`: what is left of a free quota, and who spent it.
struct QuotaCommand: Verb {
  var endpoint = EndpointOptions()
  var ledger = LedgerOptions()
  var isJSON = false

  static let name = "quota"
  static let abstract = "Show what is left of a free quota now and today, when it begins anew, and which runs spent it."
  static let discussion = """
    Every free request of 'bakeoff run' is booked in a ledger before it is sent, for all processes together, whatever \
    becomes of it. With a key the server is asked for its count too, which costs nothing; of the two, the smaller \
    rest holds. Without a key, or without a network, the ledger's own count is shown, for all its accounts.
    """

  static let arguments: [Argument<Self>] =
    EndpointOptions.arguments.map { $0.lifted(by: \.endpoint) }
    + LedgerOptions.arguments.map { $0.lifted(by: \.ledger) }
    + [.flag("json", \.isJSON, help: "Print an object for scripts.")]

  func validate() throws(UsageError) {
    try endpoint.validate()
    try ledger.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    let endpoint = try self.endpoint.endpoint(environment: context.environment)
    guard endpoint.dialect == .openrouter else {
      throw Failure(
        .usage,
        "\(endpoint.name) has no free quota that bakeoff counts. If it behaves like OpenRouter, give "
          + "'--dialect openrouter'.")
    }
    guard let ledger = try self.ledger.ledger(in: context) else {
      throw Failure(.usage, "There is no ledger to read. Name one with '--ledger FILE'.")
    }
    let key = try key(for: endpoint, in: context)
    let statuses = try await statuses(in: ledger, at: endpoint, key, context)
    try show(statuses, at: endpoint, in: context)
    return .success
  }

  /// OpenRouter's key where there is one; the key of a variable that was named.
  private func key(for endpoint: Endpoint, in context: Context) throws -> APIKey? {
    let finder = KeyFinder.system(context)
    let isNeeded = self.endpoint.keyVariable != nil
    guard isNeeded || finder.knows(KeyFinder.openRouterVariable) else { return nil }
    let key = try finder.key(for: endpoint, variable: self.endpoint.keyVariable)
    context.console.hide(key.map { [$0] } ?? [])
    return key
  }

  /// The account that is meant, then others that spent something today where none was named.
  private func statuses(
    in ledger: Ledger, at endpoint: Endpoint, _ key: APIKey?, _ context: Context
  ) async throws -> [AccountQuota] {
    var statuses: [AccountQuota] = []
    if key != nil || self.ledger.account != nil {
      let account = Account(origin: endpoint.origin, name: self.ledger.account, key: key)
      let answer = try await answer(of: endpoint, to: key, context)
      statuses = [
        try await AccountQuota(on: LedgerAccount(ledger: ledger, account: account), at: endpoint, answer)
      ]
    }
    guard self.ledger.account == nil else { return statuses }
    for account in try await ledger.accounts(at: endpoint.origin) where account != statuses.first?.account {
      let page = LedgerAccount(ledger: ledger, account: account)
      let status = try await AccountQuota(on: page, at: endpoint, .notAsked)
      if key == nil || !status.quota.runs.isEmpty { statuses.append(status) }
    }
    return statuses
  }

  private func answer(of endpoint: Endpoint, to key: APIKey?, _ context: Context) async throws -> AccountQuota.Answer {
    guard let key else { return .notAsked }
    let client = HTTPClient(
      concurrency: 1, authorities: try self.endpoint.trusted(for: endpoint, in: context))
    defer { client.close() }
    let service = Service(endpoint: endpoint, key: key, send: client.send)
    return try await Preflight(service: service, endpoint: endpoint, hasKey: true).keyInfo()
  }

  private func show(_ statuses: [AccountQuota], at endpoint: Endpoint, in context: Context) throws {
    let reset = QuotaReset(in: context)
    if isJSON { return try context.console.output(QuotaJSON.text(of: statuses, reset: reset) + "\n") }
    let texts = statuses.map { QuotaText($0, reset: reset).lines.map { $0 + "\n" }.joined() }
    try context.console.output(
      texts.isEmpty
        ? "No request to \(endpoint.name) was ever booked, and there is no key to ask the server with.\n"
        : texts.joined(separator: "\n"))
  }
}
