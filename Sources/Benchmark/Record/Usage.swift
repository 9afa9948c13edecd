/// Token counts as the server gave them; what it did not give is nil.
package struct Usage: Codable, Hashable, Sendable {
  package var promptTokens: Int?
  /// Includes reasoning tokens.
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

  package enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
    case totalTokens = "total_tokens"
    case reasoningTokens = "reasoning_tokens"
    case cachedTokens = "cached_tokens"
    case cost
  }
}
