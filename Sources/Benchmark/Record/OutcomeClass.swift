/// How an attempt ended: the first of these that applies, in this order.
package enum OutcomeClass: String, Codable, CaseIterable, Sendable {
  case cancelled
  case timeoutConnect = "timeout_connect"
  case timeoutFirstToken = "timeout_first_token"
  case timeoutGap = "timeout_gap"
  case timeoutTotal = "timeout_total"
  /// The certificate or the handshake failed.
  case tls
  /// Nothing of a response came.
  case network
  /// A limit of ours on headers, body or one event was passed.
  case tooLarge = "too_large"
  case rateMinute = "rate_minute"
  case rateDay = "rate_day"
  case rateUpstream = "rate_upstream"
  /// 401.
  case auth
  /// 402.
  case payment
  /// 403, and 404 for data policy.
  case policy
  case http4xx = "http_4xx"
  case http5xx = "http_5xx"
  /// Neither an event stream nor JSON where one was due.
  case badResponse = "bad_response"
  /// An error inside a 200, an `error:` line of a stream included.
  case streamError = "stream_error"
  /// Ended without a finish reason and without `[DONE]`.
  case cutOff = "cut_off"
  /// An event between the others could not be read: words are missing, and nothing is to be told from the rest.
  case damaged
  /// The finish reason is `length`, whether or not an answer had begun, and no structure was asked for that it lacks.
  case length
  /// No text, no tool call, no image, sound or other part.
  case empty
  case refused
  /// A structure was asked for and not met, whatever the finish reason.
  case invalid
  case ok
}

extension OutcomeClass {
  /// Whether a model answered: `ok` and `length` enter every latency.
  package var isAnswered: Bool { self == .ok || self == .length }

  /// Whether an answer came, whole or in part, good or not: what fails then is the model's or the stream's own.
  ///
  /// The others tell that a server refused or broke, or that time ran out: nothing came that a check could be held to.
  package var cameBack: Bool {
    switch self {
    case .ok, .length, .empty, .refused, .invalid, .damaged, .cutOff, .tooLarge: true
    case .cancelled, .timeoutConnect, .timeoutFirstToken, .timeoutGap, .timeoutTotal, .tls, .network, .rateMinute,
      .rateDay, .rateUpstream, .auth, .payment, .policy, .http4xx, .http5xx, .badResponse, .streamError:
      false
    }
  }

  /// Whether an answer came that is no success, whatever checks there are: it is wrong, or lost words on its way.
  package var isWrong: Bool { self == .invalid || self == .damaged }

  /// Whether the wait itself was the result: such a trial is slower than its limit.
  package var isTimeout: Bool {
    switch self {
    case .timeoutConnect, .timeoutFirstToken, .timeoutGap, .timeoutTotal: true
    default: false
    }
  }
}
