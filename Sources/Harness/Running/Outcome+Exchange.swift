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
    if exceedsMaxWait, resetsAt == nil, let retryAfter {
      resetsAt = Timestamp.text(seconds: retryAfter, after: now)
    }
  }

  private init(_ exchange: Exchange, _ reading: ChatReading?) {
    let end = End(exchange.ending, of: reading, isRefused: exchange.status ?? 200 >= 400)
    let error = reading?.error
    self.init(
      end.kind, code: error?.code, limitSource: error?.limitSource,
      resetsAt: error?.resetsAtMilliseconds.flatMap(Timestamp.text(milliseconds:)), limit: error?.limit,
      shouldRetry: error?.shouldRetry)
    if case .failed(let failure) = exchange.ending { curlCode = failure.curlCode }
    guard kind != .ok else { return }
    let words = FailureWords(error, transport: end.transport, ours: end.ours)
    self.words = words
    // Of what we broke off ourselves the server need not have said anything.
    let message = [.cancelled, .tooLarge].contains(kind) ? words.ours : words.message
    self.message = message.map { String($0.prefix(Outcome.longestMessage)) }
  }

  /// What the end of a transfer and its answer come to: the class, and who says what of it beside the server.
  private struct End {
    var kind: OutcomeClass
    var transport: String?
    var ours: String?

    private init(_ kind: OutcomeClass, transport: String? = nil, ours: String? = nil) {
      (self.kind, self.transport, self.ours) = (kind, transport, ours)
    }

    /// An answer that is whole is one, whatever became of its connection afterwards; a refusal that is too long is one
    /// all the same.
    init(_ ending: Ending, of reading: ChatReading?, isRefused: Bool) {
      switch ending {
      case _ where reading?.isFinished == true: self.init(reading)
      case .cancelled: self.init(.cancelled, ours: "cancelled before the answer was complete")
      case .timedOut(let deadline): self.init(deadline.outcome, ours: deadline.sentence)
      case .tooLarge(let what) where isRefused:
        self.init(reading)
        ours = what.sentence
      case .tooLarge(let what): self.init(.tooLarge, ours: what.sentence)
      case .failed(let failure): self.init(failure, reading)
      case .complete, .leftOpen: self.init(reading)
      }
    }

    /// A broken transfer: what came before it broke still decides, when a response had begun.
    private init(_ failure: TransportFailure, _ reading: ChatReading?) {
      guard let reading, failure.kind != .tls else {
        self.init(failure.kind.outcome, transport: failure.message)
        return
      }
      self.init(reading)
      if failure.kind == .malformed, [.cutOff, .empty].contains(kind) { kind = .badResponse }
      if !kind.isAnswered { transport = failure.message }
    }

    private init(_ reading: ChatReading?) {
      guard let kind = reading?.outcome else {
        self.init(.network, ours: "no response came")
        return
      }
      self.init(kind, ours: kind.words ?? reading?.finishWords)
    }
  }
}

extension FailureWords {
  private static let longest = 2_000

  fileprivate init(_ error: ServerError?, transport: String?, ours: String?) {
    let isProviders = error.map { $0.providerMessage != nil || $0.message.contains("Provider returned") } ?? false
    let cut = { (text: String?) in text.map { String($0.prefix(FailureWords.longest)) } }
    self.init(
      server: cut(error?.message), provider: cut(error?.providerMessage),
      providerName: isProviders ? cut(error?.providerName) : nil, transport: cut(transport), ours: ours)
  }
}

extension TransportFailure.Kind {
  fileprivate var outcome: OutcomeClass {
    switch self {
    case .tls: .tls
    case .network, .deadConnection: .network
    case .malformed: .badResponse
    }
  }
}

extension ServerError {
  /// Seconds to wait by all that the server says; our own clock counts only where it does not tell its own.
  fileprivate func wait(now: Int64) -> Double? {
    let byOurs = resetsAtMilliseconds.flatMap { $0 > now ? Double($0 - now) / 1000 : nil }
    return [retryAfter, resetsAfter ?? byOurs].compactMap(\.self).max().map { min($0, Outcome.longestHint) }
  }
}

extension ChatReading {
  /// Characters of a server's reason that are repeated.
  private static let longestReason = 60

  /// Why an answer ended that is none, where no error says it: by the reason of the provider, else of the server.
  fileprivate var finishWords: String? {
    guard outcome == .refused || outcome == .streamError, error == nil else { return nil }
    guard let reason = nativeFinishReason ?? finishReason else { return nil }
    return "the answer ended for the reason \(String(reason.prefix(Self.longestReason)).debugDescription)"
  }
}

extension OutcomeClass {
  /// What happened, where no server says it.
  fileprivate var words: String? {
    switch self {
    case .cutOff: "the stream ended without a finish reason and without [DONE]"
    case .damaged: "an event of the stream could not be read: words of the answer are missing"
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
