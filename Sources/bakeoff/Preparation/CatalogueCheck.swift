internal import Benchmark
internal import Harness
internal import Reporting
internal import Wire

/// Who takes part: the models a user named, held against what the endpoint offers.
struct CatalogueCheck: Sendable {
  var endpoint: Endpoint
  /// What the endpoint lists; nil where it lists nothing that we can read.
  var catalogue: [CatalogueModel]?
  var allowsPaid: Bool
  var allowsUnlisted: Bool
  /// The names of the suite's contestants, which may have been meant.
  var names: [String] = []

  /// - Throws: `Failure`.
  func check(_ contestants: [Contestant]) throws {
    guard !contestants.isEmpty else { throw nobody() }
    let names = contestants.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw Failure(.usage, "The model '\(twice)' is given twice: a contestant takes part once.")
    }
    let models = contestants.map(\.model)
    try models.forEach(checkSingle)
    try models.forEach(checkPrice)
    try models.forEach(checkListed)
  }

  /// Whether a model may be asked.
  ///
  /// - Throws: `Failure`.
  func check(_ model: String) throws {
    try checkPrice(model)
    try checkListed(model)
  }

  /// The models that the catalogue says are gone, with the day of it: `YYYY-MM-DD`, before `today`.
  func expired(among models: [String], today: String) -> [(model: String, day: String)] {
    models.compactMap { model in
      let day = catalogue?.first { $0.id == model }?.expirationDate(before: today)
      return day.map { (model, $0) }
    }
  }

  /// A list behind one option is one id that no server knows.
  private func checkSingle(_ model: String) throws {
    let names = model.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
    guard model.contains(","), names.count > 1, catalogue?.contains(where: { $0.id == model }) != true else { return }
    throw Failure(
      .usage,
      "The model '\(model)' is a list. Give each its own option: "
        + names.map { "-m \(CommandText.quoted($0))" }.joined(separator: " "))
  }

  /// Whether a request to the model draws on an account's free quota.
  static func drawsOnQuota(_ model: String, at endpoint: Endpoint) -> Bool {
    endpoint.dialect == .openrouter && isFree(model)
  }

  static func isFree(_ model: String) -> Bool { model.hasSuffix(":free") || model == "openrouter/free" }

  private func checkPrice(_ model: String) throws {
    guard !allowsPaid, mayCost(model) else { return }
    guard endpoint.dialect == .openrouter else {
      throw Failure(
        .usage,
        "The model '\(model)' costs money by the catalogue of \(endpoint.name). To send it all the same, give "
          + "'--allow-paid'.")
    }
    let free = (catalogue ?? []).map(\.id).filter(CatalogueCheck.isFree)
    let nearest = ModelSuggestion.nearest(to: model, among: free)
    throw Failure(
      .usage,
      "The model '\(model)' may cost money: its id does not end in ':free'. "
        + (nearest.map { "Did you mean '\($0)'? " } ?? "") + "To send it all the same, give '--allow-paid'.")
  }

  /// On OpenRouter everything without `:free`; elsewhere what the catalogue prices.
  func mayCost(_ model: String) -> Bool {
    if CatalogueCheck.isFree(model) { return false }
    return endpoint.dialect == .openrouter || PriceList(catalogue ?? []).isPaid(model) == true
  }

  private func checkListed(_ model: String) throws {
    guard let catalogue, !allowsUnlisted, !isListed(model, in: catalogue) else { return }
    let nearest =
      EditDistance.nearest(to: model, among: names) ?? ModelSuggestion.nearest(to: model, among: catalogue.map(\.id))
    throw Failure(
      .usage,
      "\(endpoint.name) does not list the model '\(model)'. "
        + (nearest.map { "Did you mean '\($0)'? " } ?? "'bakeoff models' lists what there is. ")
        + "To send it all the same, give '--any-model'.")
  }

  /// OpenRouter takes dated names and routing suffixes (`:nitro`, `:floor`) that its list does not show.
  private func isListed(_ model: String, in catalogue: [CatalogueModel]) -> Bool {
    if catalogue.contains(where: { $0.id == model || $0.canonicalSlug == model }) { return true }
    guard endpoint.dialect == .openrouter, !model.hasSuffix(":free"), let colon = model.lastIndex(of: ":") else {
      return false
    }
    return isListed(String(model[..<colon]), in: catalogue)
  }

  private func nobody() -> Failure {
    guard let catalogue, !catalogue.isEmpty else {
      return Failure(.usage, "Name at least one model: '-m MODEL', repeated for several.")
    }
    let offered = endpoint.dialect == .openrouter ? catalogue.filter(\.isFree) : catalogue
    let kind = endpoint.dialect == .openrouter ? "free models" : "models"
    return Failure(
      .usage, "Name at least one model: '-m MODEL', repeated for several. The first \(kind) of \(endpoint.name):",
      details: offered.prefix(10).map { "  -m \(TerminalText.oneLine($0.id))" })
  }
}
