internal import Arguments
internal import Harness
internal import Reporting
internal import Transport
internal import Wire

/// `bakeoff models`: what an endpoint offers.
struct ModelsCommand: Verb {
  var freeOnly = false
  var endpoint = EndpointOptions()

  static let name = "models"
  static let abstract = "List an endpoint's models: id, context and expiry."
  static let discussion = "OpenRouter is asked without a key, and no quota counts it."

  static let arguments: [Argument<Self>] =
    [.flag("free", \.freeOnly, help: "Only models whose id ends in ':free', and openrouter/free.")]
    + EndpointOptions.arguments.map { $0.lifted(by: \.endpoint) }

  func run(in context: Context) async throws -> ExitStatus {
    let endpoint = try self.endpoint.endpoint()
    let key =
      self.endpoint.keyVariable == nil
      ? nil : try KeyFinder.system(context).key(for: endpoint, variable: self.endpoint.keyVariable)
    context.console.hide(key.map { [$0] } ?? [])
    let client = HTTPClient(concurrency: 1)
    defer { client.close() }
    let service = Service(endpoint: endpoint, key: key, send: client.send)
    let listed = try await models(by: Preflight(service: service, endpoint: endpoint, hasKey: key != nil))
    let models = freeOnly ? listed.filter(\.isFree) : listed
    guard !models.isEmpty else {
      throw Failure(
        .unavailable,
        "\(endpoint.name) lists \(listed.count) model\(listed.count == 1 ? "" : "s"), of which none is free: no id ends in "
          + "':free'.")
    }
    try context.console.output(table(of: models, today: context.today))
    return .success
  }

  private func models(by preflight: Preflight) async throws -> [CatalogueModel] {
    do {
      return try await preflight.catalogue()
    } catch let refusal as Preflight.NoCatalogue {
      throw Failure(.unavailable, refusal.words)
    }
  }

  private func expiry(of model: CatalogueModel, _ today: String) -> String {
    model.expirationDate(before: today).map { "\($0) (expired)" } ?? model.expirationDate ?? "–"
  }

  private func table(of models: [CatalogueModel], today: String) -> String {
    let rows =
      [("MODEL", "CONTEXT", "EXPIRES")]
      + models.map { model in
        (TerminalText.escaped(model.id), model.contextLength.map(String.init) ?? "–", expiry(of: model, today))
      }
    let id = rows.map(\.0.count).max() ?? 0
    let context = rows.map(\.1.count).max() ?? 0
    return rows.map { row in
      row.0.padded(to: id) + "  " + String(repeating: " ", count: context - row.1.count) + row.1 + "  "
        + TerminalText.escaped(row.2) + "\n"
    }.joined()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
