/// What an HTTP response came to: METRICS.md's outcome classes, as far as bytes can tell them apart.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case ok
  /// The limit on tokens ended it.
  case length
  /// No text, no tool call, no image, sound or other part.
  case empty
  case refused
  case rateMinute = "rate_minute"
  case rateDay = "rate_day"
  case rateUpstream = "rate_upstream"
  case auth
  case payment
  case policy
  case http4xx = "http_4xx"
  case http5xx = "http_5xx"
  /// Neither an event stream nor JSON where one was due.
  case badResponse = "bad_response"
  /// An error inside a 200, an `error:` line of a stream included.
  case streamError = "stream_error"
  /// Ended without a finish reason and without `[DONE]`.
  case cutOff = "cut_off"
  /// An event between the others could not be read.
  case damaged
  /// An event was longer than allowed.
  case tooLarge = "too_large"
}
