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

  func validate() throws(UsageError) {
    try endpoint.validate()
  }

  func run(in context: Context) async throws -> ExitStatus {
    let endpoint = try self.endpoint.endpoint(environment: context.environment)
    let key =
      self.endpoint.keyVariable == nil
      ? nil : try KeyFinder.system(context).key(for: endpoint, variable: self.endpoint.keyVariable)
    context.console.hide(key.map { [$0] } ?? [])
    let client = HTTPClient(
      concurrency: 1, authorities: try self.endpoint.trusted(for: endpoint, in: context))
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
    try context.console.output(table(of: models, today: context.today).text(width: context.console.outputWidth))
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

  private func table(of models: [CatalogueModel], today: String) -> TextTable {
    TextTable(
      [.init("MODEL", least: 20), .init("CONTEXT", isRight: true), .init("EXPIRES")],
      rows: models.map { [$0.id, $0.contextLength.map(String.init) ?? "–", expiry(of: $0, today)] })
  }
}
