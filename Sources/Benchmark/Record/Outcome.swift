/// How an attempt ended, with the details that a person needs to act on it.
package struct Outcome: Codable, Hashable, Sendable {
  package var kind: OutcomeClass
  /// What was said of it, for people: the server's words, else the transport's, else ours; redacted, never longer than
  /// 2,000 characters.
  package var message: String?
  /// The same by who said it; nil for an answer.
  package var words: FailureWords?
  /// The server's error code, as text: servers send numbers and words.
  package var code: String?
  /// libcurl's code where a transfer failed.
  package var curlCode: Int?
  /// Which limit a 429 names (`openrouter_free_tier_per_minute`, …).
  package var limitSource: String?
  /// Seconds that the server asked us to wait, or until the limit that is used up is reset, whichever is longer.
  package var retryAfter: Double?
  /// When the limit is reset, UTC, RFC 3339.
  package var resetsAt: String?
  /// Requests that the limit allows, where the server names it.
  package var limit: Int?
  /// The server's own word on whether another try makes sense.
  package var shouldRetry: Bool?

  package init(
    _ kind: OutcomeClass, message: String? = nil, words: FailureWords? = nil, code: String? = nil, curlCode: Int? = nil,
    limitSource: String? = nil, retryAfter: Double? = nil, resetsAt: String? = nil, limit: Int? = nil,
    shouldRetry: Bool? = nil
  ) {
    self.kind = kind
    self.message = message
    self.words = words
    self.code = code
    self.curlCode = curlCode
    self.limitSource = limitSource
    self.retryAfter = retryAfter
    self.resetsAt = resetsAt
    self.limit = limit
    self.shouldRetry = shouldRetry
  }

  package enum CodingKeys: String, CodingKey {
    case kind = "class"
    case message, words, code
    case curlCode = "curl_code"
    case limitSource = "limit_source"
    case retryAfter = "retry_after"
    case resetsAt = "resets_at"
    case limit
    case shouldRetry = "should_retry"
  }
}
