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
      cached: prompt?["cached_tokens"] ?? usage["prompt_cache_hit_tokens"],
      cost: usage["cost"].flatMap { $0.isObject ? $0["total_cost"] : $0 }
    )
    self.init(
      promptTokens: said.prompt?.count, completionTokens: said.completion?.count, totalTokens: said.total?.count,
      reasoningTokens: said.reasoning?.count, cachedTokens: said.cached?.count, cost: said.cost?.dollars)
    let counts = [
      ("prompt_tokens", said.prompt), ("completion_tokens", said.completion), ("total_tokens", said.total),
      ("reasoning_tokens", said.reasoning), ("cached_tokens", said.cached),
    ]
    refused = counts.compactMap { name, value in
      value?.isNumber == true && value?.count == nil ? value?.named(name) : nil
    }
    if let cost = said.cost, cost.isNumber, cost.dollars == nil { refused.append(cost.named("cost")) }
  }
}

extension JSON {
  fileprivate func named(_ name: String) -> String { "\(name) \(text.shortened(to: 40))" }
}
