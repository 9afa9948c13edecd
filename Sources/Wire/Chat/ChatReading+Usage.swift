internal import Benchmark

extension ChatReading {
  /// Token counts as the server gave them; what it did not give is nil.
  package struct Usage: Hashable, Sendable {
    package var promptTokens: Int?
    /// Includes reasoning tokens, though some servers count more of those.
    package var completionTokens: Int?
    package var totalTokens: Int?
    package var reasoningTokens: Int?
    package var cachedTokens: Int?
    /// US dollars.
    package var cost: Double?
    /// What the server said and what cannot be, each number with its name.
    package var refused: [String] = []

    package init(
      promptTokens: Int? = nil, completionTokens: Int? = nil, totalTokens: Int? = nil, reasoningTokens: Int? = nil,
      cachedTokens: Int? = nil, cost: Double? = nil
    ) {
      self.promptTokens = promptTokens
      self.completionTokens = completionTokens
      self.totalTokens = totalTokens
      self.reasoningTokens = reasoningTokens
      self.cachedTokens = cachedTokens
      self.cost = cost
    }
  }
}

extension ChatReading.Usage {
  /// Reads a `usage` object; DeepSeek counts cache hits and Perplexity the cost in places of their own.
  init?(_ usage: JSON) {
    guard usage.isObject else { return nil }
    let completion = usage["completion_tokens_details"]
    let prompt = usage["prompt_tokens_details"]
    let said = (
      prompt: usage["prompt_tokens"], completion: usage["completion_tokens"], total: usage["total_tokens"],
      reasoning: completion?["reasoning_tokens"] ?? usage["reasoning_tokens"],
      cached: Self.cachedTokens(in: usage, prompt),
      cost: usage["cost"].flatMap { $0.isObject ? $0["total_cost"] : $0 }
    )
    self.init(
      promptTokens: said.prompt?.tokens, completionTokens: said.completion?.tokens, totalTokens: said.total?.tokens,
      reasoningTokens: said.reasoning?.tokens, cachedTokens: said.cached?.tokens, cost: said.cost?.amount)
    let counts = [
      ("prompt_tokens", said.prompt), ("completion_tokens", said.completion), ("total_tokens", said.total),
      ("reasoning_tokens", said.reasoning), ("cached_tokens", said.cached),
    ]
    refused = counts.compactMap { name, value in
      value.flatMap { $0.tokens == nil ? $0.named(name) : nil }
    }
    if let cost = said.cost, cost.amount == nil { refused.append(cost.named("cost")) }
  }
}

extension ChatReading.Usage {
  /// In OpenAI's place, or that of DeepSeek, Moonshot, or Anthropic behind a gateway: the first count, or what is none.
  private static func cachedTokens(in usage: JSON, _ details: JSON?) -> JSON? {
    let places = [
      details?["cached_tokens"], usage["prompt_cache_hit_tokens"], usage["cached_tokens"],
      usage["cache_read_input_tokens"],
    ].compactMap(\.self)
    return places.first { $0.count != nil } ?? places.first(where: \.isNumber)
  }
}

extension JSON {
  fileprivate func named(_ name: String) -> String { "\(name) \(text.shortened(to: 40))" }

  /// A whole number that counts something; some servers send it as text.
  fileprivate var tokens: Int? { count ?? string.flatMap { Int($0.trimmed) }.flatMap(Count.admitted) }
  fileprivate var amount: Double? { dollars ?? string.flatMap { Double($0.trimmed) }.flatMap(Dollars.admitted) }
}

extension ChatReading {
  /// Brings the usage into the form that METRICS has: completion tokens with reasoning, and no count that cannot be.
  mutating func settleUsage() {
    if usage?.addReasoning() == true { notes.append("reasoning tokens came beside the completion tokens: added") }
    if carriesText, usage?.dropZeros() == true {
      notes.append("no completion tokens are counted beside text: estimated")
    }
  }
}

extension ChatReading.Usage {
  /// Adds the reasoning where the completion tokens are without (xAI); the total decides.
  fileprivate mutating func addReasoning() -> Bool {
    guard let prompt = promptTokens, let completion = completionTokens, let total = totalTokens,
      let reasoning = reasoningTokens, reasoning > 0, total == prompt + completion + reasoning
    else { return false }
    completionTokens = completion + reasoning
    return true
  }

  /// Takes out the counts of a usage that says there was no text, and with them a cost of nothing.
  fileprivate mutating func dropZeros() -> Bool {
    guard completionTokens == 0, reasoningTokens ?? 0 == 0 else { return false }
    (completionTokens, totalTokens, reasoningTokens) = (nil, nil, nil)
    if promptTokens == 0 { (promptTokens, cachedTokens) = (nil, nil) }
    if promptTokens == nil, cost == 0 { cost = nil }
    return true
  }
}
