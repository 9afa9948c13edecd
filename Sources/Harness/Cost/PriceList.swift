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
    let asked = record.suite.prompts[trial.prompt]
    let prompt =
      Double(textBytes(of: trial, in: record)) / PriceList.bytesPerToken
      + Double(asked.attachments.count * PriceList.assumedAttachment)
    let answer = Double(record.parameters(of: trial).tokenLimit ?? PriceList.assumedAnswer)
    let count = Double(trial.isWarmUp ? 1 : asked.turns.count)
    // Every request says all that was said before, answers included.
    let saidAgain = prompt * count + answer * count * (count - 1) / 2
    return cost(
      of: record.contestants[trial.contestant].model, promptTokens: saidAgain, answerTokens: answer * count,
      requests: count)
  }

  /// What a judge costs for an answer, or for a pair in both orders, when all texts have a token per 4 bytes and all
  /// answers are as long as they may be.
  package func likely(_ task: GradingTask, in record: RunRecord) -> Double? {
    guard let rule = task.rule as? JudgeRule else { return 0 }
    let judged = [task.trial, task.against].compactMap(\.self)
    let question = JudgeQuestion(
      rule: rule, task: record.suite.prompts[task.trial.prompt].text, answers: judged.map { _ in "" }, marker: "")
    let bytes = question.text.utf8.count + (question.parameters.system?.utf8.count ?? 0)
    let answers = judged.reduce(0) { $0 + (record.parameters(of: $1).tokenLimit ?? PriceList.assumedAnswer) }
    let requests = Double(task.requests)
    let verdict = Double(rule.parameters?.tokenLimit ?? PriceList.assumedAnswer)
    return cost(
      of: rule.model, promptTokens: (Double(bytes) / PriceList.bytesPerToken + Double(answers)) * requests,
      answerTokens: verdict * requests, requests: requests)
  }

  /// What a single request of a trial costs at the most: that of the last one, which says the longest answers to all
  /// others again, with a token for every byte and as many rounds as tools may be called in.
  ///
  /// A prompt fills the model's context at the most, and with attachments it may. Nil where the catalogue does not tell.
  package func worst(_ trial: Trial, in record: RunRecord) -> Double? {
    let asked = record.suite.prompts[trial.prompt]
    let rounds = record.suite.answersTools(of: asked) ? record.suite.maxRounds(of: asked) : 1
    return worst(
      of: record.contestants[trial.contestant].model,
      promptBytes: asked.attachments.isEmpty ? textBytes(of: trial, in: record) : nil,
      maxTokens: record.parameters(of: trial).tokenLimit,
      saidBefore: trial.isWarmUp ? 0 : Count.product(asked.turns.count, rounds) - 1)
  }

  /// What a recorded request without attachments has cost at the most: a token for every byte of it.
  ///
  /// `maxTokens` limited its answer. Nil where the catalogue does not tell.
  package func worst(of request: AttemptRecord, maxTokens: Int?) -> Double? {
    worst(
      of: request.requestedModel, promptBytes: request.connection.bytesSent, maxTokens: maxTokens, saidBefore: 0)
  }

  private func worst(of model: String, promptBytes: Int?, maxTokens: Int?, saidBefore answers: Int) -> Double? {
    let entry = models[model]
    guard let answer = maxTokens ?? entry?.largestAnswer ?? entry?.contextLength else { return free(model) }
    let said = promptBytes.map { Double($0) + Double(answer) * Double(answers) }
    guard let prompt = [said, entry?.contextLength.map(Double.init)].compactMap(\.self).min() else {
      return free(model)
    }
    return cost(of: model, promptTokens: prompt, answerTokens: Double(answer), requests: 1)
  }

  private func textBytes(of trial: Trial, in record: RunRecord) -> Int {
    let prompt = record.suite.prompts[trial.prompt]
    let tools = record.suite.tools(of: prompt).map { tool in
      tool.name.utf8.count + (tool.description?.utf8.count ?? 0) + (tool.parameters?.json.utf8.count ?? 0)
        + tool.results.reduce(0) { $0 + $1.result.json.utf8.count }
    }
    let nonce = record.nonce(of: trial, attempt: 1)?.utf8.count ?? 0
    return tools.reduce(prompt.text.utf8.count + nonce, +) + (record.parameters(of: trial).system?.utf8.count ?? 0)
  }

  private func cost(of model: String, promptTokens: Double, answerTokens: Double, requests: Double) -> Double? {
    if let free = free(model) { return free }
    guard let prices = prices(of: model) else { return nil }
    let tokens = max(promptTokens, 0) * prices.prompt + max(answerTokens, 0) * prices.answer
    return prices.request * max(requests, 0) + tokens
  }

  /// 0 for a model that costs nothing, whatever the catalogue tells of it.
  private func free(_ model: String) -> Double? { CatalogueModel(id: model).isFree ? 0 : nil }

  /// A model's own listing alone counts: a routing suffix (`:nitro`) may lead to a dearer provider.
  private func prices(of model: String) -> (prompt: Double, answer: Double, request: Double)? {
    guard let entry = models[model], let prompt = entry.promptPrice, let answer = entry.completionPrice else {
      return nil
    }
    return (prompt, answer, entry.requestPrice ?? 0)
  }
}
