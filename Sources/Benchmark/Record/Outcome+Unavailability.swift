extension OutcomeClass {
  /// Whether the class alone tells of quota, of the account or of the way there, and nothing of the model.
  package var isUnavailability: Bool {
    switch self {
    case .rateMinute, .rateDay, .rateUpstream, .auth, .payment, .http5xx, .network, .tls, .timeoutConnect, .cancelled:
      true
    default: false
    }
  }
}

extension OutcomeClass {
  /// Whether the account was refused, for its key, its credit or its day's quota: whichever contestant was next met it,
  /// and it counts for none.
  package var isOfAccount: Bool { self == .auth || self == .payment || self == .rateDay }
}

extension AttemptRecord {
  /// Whether the failure tells of quota, of the account or of the way there, and nothing of the model: a run that has
  /// such trials is incomplete, and resuming it sends them again.
  ///
  /// Of an error within an answer its code tells, as a status of HTTP would.
  package var isUnavailability: Bool {
    switch outcome.kind {
    case .http4xx, .policy: status.map(TransientFailure.isStatus) ?? false
    case .streamError: outcome.code.map(TransientFailure.isCode) ?? false
    default: outcome.kind.isUnavailability
    }
  }
}

/// Failures of a server that may pass by themselves.
package enum TransientFailure {
  private static let words: Set<String> = [
    "server_error", "internal_server_error", "internal_error", "service_unavailable", "unavailable", "overloaded",
    "overloaded_error", "rate_limit_exceeded", "rate_limit_error", "timeout", "timeout_error", "api_error",
  ]

  /// As OpenAI's own client library has it, and 425 (RFC 8470): too early is not never.
  package static func isStatus(_ status: Int) -> Bool {
    switch status {
    case 408, 409, 425, 429, 500...599: true
    default: false
    }
  }

  /// Whether the code of an error, a status or a word of OpenAI's or Anthropic's, says that the server is in trouble.
  package static func isCode(_ code: String) -> Bool {
    Int(code).map(isStatus) ?? words.contains(code.lowercased())
  }
}
