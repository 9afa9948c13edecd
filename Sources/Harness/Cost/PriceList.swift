package import Benchmark
package import Wire

/// What requests cost by an endpoint's catalogue, in US dollars.
package struct PriceList: Sendable {
  /// Taken where neither the run nor the catalogue limits an answer.
  package static let assumedAnswer = 1_000
  /// Tokens that an image or a page is taken for.
  private static let assumedAttachment = 1_000
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

  /// What a trial costs when its prompt has a token per 4 bytes, a thousand for each of its attachments, and its
  /// answers are as long as they may be; tools are not called.
  package func likely(_ trial: Trial, in record: RunRecord) -> Double? {
    let attachments = record.suite.prompts[trial.prompt].attachments.count
    let text = Double(textBytes(of: trial, in: record)) / PriceList.bytesPerToken
    return cost(
      of: trial, in: record, promptTokens: text + Double(attachments * PriceList.assumedAttachment),
      longest: PriceList.assumedAnswer, requests: record.suite.prompts[trial.prompt].turns.count)
  }

  /// What a trial costs at the most: a token for every byte, the longest answers that the model gives, and as many
  /// rounds as tools may be called in.
  ///
  /// With attachments the prompt may fill the model's whole context. Nil where the catalogue does not tell.
  package func worst(_ trial: Trial, in record: RunRecord) -> Double? {
    let entry = models[record.contestants[trial.contestant].model]
    let suite = record.suite
    let asked = suite.prompts[trial.prompt]
    let rounds = suite.answersTools(of: asked) ? suite.maxRounds(of: asked) : 1
    let prompt = !asked.attachments.isEmpty ? entry?.contextLength : textBytes(of: trial, in: record)
    return cost(
      of: trial, in: record, promptTokens: prompt.map(Double.init),
      longest: entry?.largestAnswer ?? entry?.contextLength, requests: asked.turns.count * rounds)
  }

  private func textBytes(of trial: Trial, in record: RunRecord) -> Int {
    let prompt = record.suite.prompts[trial.prompt]
    let tools = record.suite.tools(of: prompt).map { tool in
      tool.name.utf8.count + (tool.description?.utf8.count ?? 0) + (tool.parameters?.json.utf8.count ?? 0)
        + tool.results.reduce(0) { $0 + $1.result.json.utf8.count }
    }
    return tools.reduce(prompt.text.utf8.count, +) + (record.parameters(of: trial).system?.utf8.count ?? 0)
  }

  /// Every request says all that was said before, answers included.
  private func cost(
    of trial: Trial, in record: RunRecord, promptTokens: Double?, longest: Int?, requests: Int
  ) -> Double? {
    let model = record.contestants[trial.contestant].model
    if CatalogueModel(id: model).isFree { return 0 }
    let answer = record.parameters(of: trial).maxTokens ?? longest
    guard let prices = prices(of: model), let promptTokens, let answer else { return nil }
    let (count, answerTokens) = (Double(trial.isWarmUp ? 1 : requests), Double(answer))
    let saidAgain = promptTokens * count + answerTokens * count * (count - 1) / 2
    return prices.request * count + saidAgain * prices.prompt + answerTokens * count * prices.answer
  }

  /// A model's own listing alone counts: a routing suffix (`:nitro`) may lead to a dearer provider.
  private func prices(of model: String) -> (prompt: Double, answer: Double, request: Double)? {
    guard let entry = models[model], let prompt = entry.promptPrice, let answer = entry.completionPrice else {
      return nil
    }
    return (prompt, answer, entry.requestPrice ?? 0)
  }
}
