internal import Benchmark
internal import Transport
internal import Wire

extension Outcome {
  private static let longestMessage = 2_000

  /// The first class that applies: how the transfer ended, then what the answer says.
  ///
  /// `now`, in milliseconds since 1970, tells how far off an instant is that the server names.
  init(_ exchange: Exchange, _ reading: ChatReading?, now: Int64) {
    self.init(exchange, reading)
    retryAfter = reading?.error?.wait(now: now)
    if asksForTooMuch, resetsAt == nil, let retryAfter {
      resetsAt = Instant.text(milliseconds: now + Int64(retryAfter * 1000))
    }
  }

  private init(_ exchange: Exchange, _ reading: ChatReading?) {
    switch exchange.ending {
    case .cancelled: self.init(.cancelled, message: "cancelled before the answer was complete")
    case .timedOut(let deadline): self.init(deadline.outcome, message: deadline.sentence)
    case .tooLarge(let what): self.init(.tooLarge, message: what.sentence)
    case .failed(let failure): self.init(failure, reading)
    case .complete: self.init(reading)
    }
  }

  /// A broken transfer: what came before it broke still decides, when a response had begun.
  private init(_ failure: TransportFailure, _ reading: ChatReading?) {
    guard let reading, failure.kind != .tls else {
      let kind: OutcomeClass =
        switch failure.kind {
        case .tls: .tls
        case .network: .network
        case .malformed: .badResponse
        }
      self.init(kind, message: failure.message, curlCode: failure.curlCode)
      return
    }
    self.init(reading)
    if !kind.isAnswered { message = message ?? failure.message }
    curlCode = failure.curlCode
  }

  private init(_ reading: ChatReading?) {
    guard let reading else {
      self.init(.network, message: "no response came")
      return
    }
    let error = reading.error
    self.init(
      OutcomeClass(rawValue: reading.verdict.rawValue) ?? .badResponse,
      message: error.map { String($0.message.prefix(Outcome.longestMessage)) } ?? reading.verdict.words,
      code: error?.code, limitSource: error?.limitSource,
      resetsAt: error?.resetsAtMilliseconds.flatMap(Instant.text(milliseconds:)), limit: error?.limit,
      shouldRetry: error?.shouldRetry)
  }
}

extension ServerError {
  /// Seconds to wait by all that the server says; our own clock counts only where it does not tell its own.
  fileprivate func wait(now: Int64) -> Double? {
    let byOurs = resetsAtMilliseconds.flatMap { $0 > now ? Double($0 - now) / 1000 : nil }
    return [retryAfter, resetsAfter ?? byOurs].compactMap(\.self).max()
  }
}

extension Verdict {
  /// What happened, where no server says it.
  fileprivate var words: String? {
    switch self {
    case .cutOff: "the stream ended without a finish reason and without [DONE]"
    case .empty: "the answer holds no text and no tool call"
    case .badResponse: "the body is neither an event stream nor JSON"
    case .length: "the answer ended at the limit of tokens"
    case .tooLarge: "the answer or one event of it is larger than \(RequestBuilder.longestEvent >> 20) MiB"
    default: nil
    }
  }
}

extension Ending.Deadline {
  fileprivate var outcome: OutcomeClass {
    switch self {
    case .connect: .timeoutConnect
    case .firstToken: .timeoutFirstToken
    case .gap: .timeoutGap
    case .total: .timeoutTotal
    }
  }

  var sentence: String {
    switch self {
    case .connect: "no connection within the deadline"
    case .firstToken: "no token within the deadline"
    case .gap: "nothing came for longer than the deadline between two reads"
    case .total: "the answer was not complete within the deadline"
    }
  }
}

extension Ending.Part {
  var sentence: String {
    switch self {
    case .headers: "the answer's headers are larger than our limit"
    case .body: "the answer is larger than our limit"
    case .line: "one event of the stream is larger than our limit"
    }
  }
}
