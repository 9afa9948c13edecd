package import Benchmark
package import Wire

/// What requests cost by an endpoint's catalogue, in US dollars.
package struct PriceList: Sendable {
  /// Taken where neither the run nor the catalogue limits an answer.
  package static let assumedAnswer = 1_000
  /// Bytes of a prompt that make a token, in the middle.
  private static let bytesPerToken = 4.0

  private let models: [String: CatalogueModel]

  package init(_ catalogue: [CatalogueModel]) {
    let names = catalogue.map { ($0.id, $0) }
    models = Dictionary(names) { first, _ in first }
  }

  /// Whether the catalogue asks money for the model; nil where it names no price.
  package func isPaid(_ model: String) -> Bool? {
    if CatalogueModel(id: model).isFree { return false }
    guard let prices = prices(of: model) else { return nil }
    return prices.prompt > 0 || prices.answer > 0 || prices.request > 0
  }

  /// What a trial's request costs when its prompt has a token per 4 bytes and its answer is as long as it may be.
  package func likely(_ trial: Trial, in record: RunRecord) -> Double? {
    cost(of: trial, in: record, bytesPerToken: PriceList.bytesPerToken, longest: PriceList.assumedAnswer)
  }

  /// What a trial's request costs at the most: a token for every byte, and the longest answer that the model gives.
  ///
  /// Nil where the catalogue does not tell.
  package func worst(_ trial: Trial, in record: RunRecord) -> Double? {
    let entry = models[record.contestants[trial.contestant].model]
    return cost(of: trial, in: record, bytesPerToken: 1, longest: entry?.largestAnswer ?? entry?.contextLength)
  }

  private func cost(of trial: Trial, in record: RunRecord, bytesPerToken: Double, longest: Int?) -> Double? {
    let model = record.contestants[trial.contestant].model
    if CatalogueModel(id: model).isFree { return 0 }
    let parameters = record.parameters(of: trial)
    guard let prices = prices(of: model), let answer = parameters.maxTokens ?? longest else { return nil }
    let bytes = record.suite.prompts[trial.prompt].text.utf8.count + (parameters.system?.utf8.count ?? 0)
    return prices.request + Double(bytes) / bytesPerToken * prices.prompt + Double(answer) * prices.answer
  }

  /// A model's own listing alone counts: a routing suffix (`:nitro`) may lead to a dearer provider.
  private func prices(of model: String) -> (prompt: Double, answer: Double, request: Double)? {
    guard let entry = models[model], let prompt = entry.promptPrice, let answer = entry.completionPrice else {
      return nil
    }
    return (prompt, answer, entry.requestPrice ?? 0)
  }
}
