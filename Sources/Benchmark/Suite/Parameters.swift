/// What a request asks for beside its prompt; nil means that nothing is said and the server decides.
package struct Parameters: Codable, Hashable, Sendable {
  package var system: String?
  package var maxTokens: Int?
  package var temperature: Double?
  package var seed: Int?
  /// Further fields of the request body, sent as they are.
  package var extra: [String: JSONValue]?

  package init(
    system: String? = nil, maxTokens: Int? = nil, temperature: Double? = nil, seed: Int? = nil,
    extra: [String: JSONValue]? = nil
  ) {
    self.system = system
    self.maxTokens = maxTokens
    self.temperature = temperature
    self.seed = seed
    self.extra = extra
  }

  package enum CodingKeys: String, CodingKey {
    case system
    case maxTokens = "max_tokens"
    case temperature
    case seed
    case extra
  }

  /// These settings where `other` is silent, and those of `other` everywhere else.
  package func overridden(by other: Parameters) -> Parameters {
    Parameters(
      system: other.system ?? system,
      maxTokens: other.maxTokens ?? maxTokens,
      temperature: other.temperature ?? temperature,
      seed: other.seed ?? seed,
      extra: other.extra.map { ours in (extra ?? [:]).merging(ours) { _, theirs in theirs } } ?? extra)
  }
}
