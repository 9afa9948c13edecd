/// What a server said about a failure, in its own words; all of it is hostile text.
package struct ServerError: Hashable, Sendable {
  /// Characters of one text that are kept.
  static let longestText = 2000

  /// A number or a word, as text: servers send both.
  package var code: String?
  package var message: String
  package var type: String?
  /// The request field that the server rejected.
  package var param: String?
  /// OpenRouter's word for why there is no endpoint (`free_variant_ended`, `privacy_restricted`, …).
  package var availability: String?
  /// Which limit a 429 or 402 names (`openrouter_free_tier_per_minute`, …).
  package var limitSource: String?
  package var providerName: String?
  /// What the provider behind the server said: its message where it speaks JSON.
  package var providerMessage: String?
  /// All that came with the error beside its message, or a body that was not JSON.
  package var raw: String?
  /// Seconds that the server asks us to wait; finite and more than 0.
  package var retryAfter: Double?
  /// When the limit that is used up is reset: milliseconds since 1970.
  package var resetsAtMilliseconds: Int64?
  /// Seconds until then, by the server's own clock; nil where it does not tell.
  package var resetsAfter: Double?
  /// Requests that the limit allows.
  package var limit: Int?
  /// The server's own word on whether another try makes sense (`x-should-retry`).
  package var shouldRetry: Bool?
  /// What should say when to come back and says no time, as in `retry-after: -1`: it was left out.
  package var nonsense: [String] = []

  package init(
    code: String? = nil, message: String, type: String? = nil, param: String? = nil, availability: String? = nil,
    limitSource: String? = nil, providerName: String? = nil, providerMessage: String? = nil, raw: String? = nil,
    retryAfter: Double? = nil,
    resetsAtMilliseconds: Int64? = nil, resetsAfter: Double? = nil, limit: Int? = nil, shouldRetry: Bool? = nil
  ) {
    self.code = code
    self.message = message
    self.type = type
    self.param = param
    self.availability = availability
    self.limitSource = limitSource
    self.providerName = providerName
    self.providerMessage = providerMessage
    self.raw = raw
    self.retryAfter = retryAfter
    self.resetsAtMilliseconds = resetsAtMilliseconds
    self.resetsAfter = resetsAfter
    self.limit = limit
    self.shouldRetry = shouldRetry
  }
}
