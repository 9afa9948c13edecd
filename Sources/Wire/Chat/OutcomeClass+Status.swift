internal import Benchmark

extension OutcomeClass {
  /// The class of a status that is not a success; nil for 2xx.
  init?(status: Int, error: ServerError) {
    switch status {
    case 200...299: return nil
    case 401: self = .auth
    case 402: self = .payment
    case 403: self = .policy
    case 404: self = error.namesDataPolicy ? .policy : .http4xx
    case 429: self = OutcomeClass(limit: error)
    case 400...499: self = .http4xx
    case 500...: self = .http5xx
    default: self = .badResponse
    }
  }

  /// Which limit a 429 speaks of: its `limit_source`, else its words.
  ///
  /// Where neither tells, it is the endpoint's own short limit: waiting helps, and all of its models are affected.
  private init(limit error: ServerError) {
    if let source = error.limitSource, let known = OutcomeClass(limitSource: source) {
      self = known
    } else if error.code == "insufficient_quota" || error.type == "insufficient_quota" {
      self = .payment
    } else {
      self = OutcomeClass(limitWords: "\(error.message) \(error.raw ?? "")".lowercased()) ?? .rateMinute
    }
  }

  private init?(limitSource source: String) {
    if source.contains("minute") {
      self = .rateMinute
    } else if source.contains("daily") || source.contains("day") {
      self = .rateDay
    } else if source.contains("upstream") {
      self = .rateUpstream
    } else {
      return nil
    }
  }

  /// A provider's own words come first, since its daily limit is not the account's; then the day, since a message that
  /// names two limits was stopped by the longer one.
  private init?(limitWords words: String) {
    if words.contains("provider returned error") {
      self = .rateUpstream
    } else if ["per-day", "per day", "perday", "daily"].contains(where: words.contains) {
      self = .rateDay
    } else if words.contains("upstream") {
      self = .rateUpstream
    } else {
      return nil
    }
  }
}

extension ServerError {
  /// Whether the account's or the request's privacy settings left no endpoint.
  fileprivate var namesDataPolicy: Bool {
    let words = message.lowercased()
    return words.contains("data policy") || words.contains("guardrail") || availability == "privacy_restricted"
  }
}
