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
    self.init(
      promptTokens: usage["prompt_tokens"]?.count,
      completionTokens: usage["completion_tokens"]?.count,
      totalTokens: usage["total_tokens"]?.count,
      reasoningTokens: (completion?["reasoning_tokens"] ?? usage["reasoning_tokens"])?.count,
      cachedTokens: (prompt?["cached_tokens"] ?? usage["prompt_cache_hit_tokens"])?.count,
      cost: usage["cost"].flatMap { $0.double ?? $0["total_cost"]?.double })
  }
}

extension JSON {
  /// A whole number that counts something: never less than 0.
  fileprivate var count: Int? { int.flatMap { $0 < 0 ? nil : $0 } }
}
