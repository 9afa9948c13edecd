/// The stamps of one attempt: nanoseconds since its session began, on the monotonic clock.
///
/// METRICS: `queued` the trial is the next of its endpoint; `admitted` the limiter granted it; `sent` connected and
/// nothing of the request written yet; `headers` the final response's headers are complete; `first_byte` the read
/// with the first byte of the body; `first_token` the first event with text or a tool call; `first_answer` the first
/// outside reasoning; `last_token` the last that carried text; `ended` the stream closed.
package struct Timeline: Codable, Hashable, Sendable {
  package var queued: Nanoseconds
  package var admitted: Nanoseconds
  package var sent: Nanoseconds?
  package var headers: Nanoseconds?
  package var firstByte: Nanoseconds?
  package var firstToken: Nanoseconds?
  package var firstAnswer: Nanoseconds?
  package var lastToken: Nanoseconds?
  package var ended: Nanoseconds

  package init(
    queued: Nanoseconds, admitted: Nanoseconds, sent: Nanoseconds? = nil, headers: Nanoseconds? = nil,
    firstByte: Nanoseconds? = nil, firstToken: Nanoseconds? = nil, firstAnswer: Nanoseconds? = nil,
    lastToken: Nanoseconds? = nil, ended: Nanoseconds
  ) {
    self.queued = queued
    self.admitted = admitted
    self.sent = sent
    self.headers = headers
    self.firstByte = firstByte
    self.firstToken = firstToken
    self.firstAnswer = firstAnswer
    self.lastToken = lastToken
    self.ended = ended
  }

  package enum CodingKeys: String, CodingKey {
    case queued, admitted, sent, headers
    case firstByte = "first_byte"
    case firstToken = "first_token"
    case firstAnswer = "first_answer"
    case lastToken = "last_token"
    case ended
  }
}
