internal import Benchmark
internal import Transport
internal import Wire

/// Turns what the transport brought into a record: decoding begins when the stream has ended.
struct AttemptReader: Sendable {
  let record: RunRecord
  let session: Int
  /// The monotonic instant that stamps count from.
  let start: Nanoseconds
  /// Takes keys out of what a server said, before anything of it is cut off.
  var redactor = Redactor()
  /// Reads an answer when its stream has ended; a test may make it slow.
  var decode: @Sendable (Exchange, _ streamed: Bool) -> ChatReading? = { $0.reading(streamed: $1) }

  private static let sentAgain = "a reused connection was dead: the request was sent again at once on a new one"

  /// An attempt that has ended, and whether a token of its answer had come.
  struct ClassifiedAttempt: Sendable {
    var attempt: AttemptRecord
    var hasBegun: Bool
    /// The field that the server does not take, where the request can be made without it.
    var refusedField: FieldAdaptation?
  }

  /// `now` is the end in milliseconds since 1970.
  func classified(_ permit: Permit, _ exchange: Exchange, suspended: Bool, now: Int64) -> ClassifiedAttempt {
    let exchange = redactor.redacted(exchange)
    let reading = decode(exchange, record.streams).map(redactor.redacted)
    var attempt = attempt(permit, exchange, reading, Outcome(exchange, reading, now: now))
    attempt.suspended = suspended
    let refused = exchange.status.flatMap { reading?.error?.refusedField(status: $0) }
    return ClassifiedAttempt(attempt: attempt, hasBegun: reading?.hasBegun ?? false, refusedField: refused)
  }

  private func attempt(
    _ permit: Permit, _ exchange: Exchange, _ reading: ChatReading?, _ outcome: Outcome
  ) -> AttemptRecord {
    let trial = permit.trial
    let contestant = record.contestants[trial.contestant]
    let prompt = record.suite.prompts[trial.prompt]
    var attempt = AttemptRecord(
      session: session, trial: trial.number, prompt: prompt.id,
      contestant: contestant.name, repetition: trial.repetition, wall: permit.wall,
      timeline: timeline(permit, exchange, reading), connection: exchange.connection, status: exchange.status,
      streamed: record.streams, nonce: permit.nonce, requestedModel: contestant.model, outcome: outcome,
      simulated: exchange.headers.contains { $0.name == "x-bakeoff-simulated" && $0.value == "1" })
    if let reading { attempt.fill(with: reading, sent: exchange.sent) }
    if exchange.deadConnection != nil { attempt.notes.append(AttemptReader.sentAgain) }
    if reading?.isFinished == true, let note = exchange.afterwards { attempt.notes.append(note) }
    if let output = record.suite.output(of: prompt) { attempt.hold(to: output) }
    return attempt
  }

  private func timeline(_ permit: Permit, _ exchange: Exchange, _ reading: ChatReading?) -> Timeline {
    let sinceStart: (Int64?) -> Nanoseconds? = { stamp in stamp.map { $0 - start } }
    let bodyEnd = reading.map { $0.isEventStream ? $0.lastToken : $0.carriesAnything ? exchange.reads.last?.at : nil }
    return Timeline(
      queued: permit.queued - start, admitted: permit.admitted - start, sent: sinceStart(exchange.sent),
      headers: sinceStart(exchange.headersComplete), firstByte: sinceStart(exchange.firstByte),
      firstToken: sinceStart(reading?.firstToken), firstAnswer: sinceStart(reading?.firstAnswer),
      lastToken: sinceStart(bodyEnd ?? nil), ended: exchange.ended - start)
  }
}

extension Ending {
  /// Nothing of the response is missing that we wanted.
  fileprivate var isWhole: Bool { self == .complete || self == .leftOpen }
}

extension Exchange {
  /// What the body says; nil when no response came.
  func reading(streamed: Bool) -> ChatReading? {
    guard let status else { return nil }
    return ChatResponse.read(
      status: status, headers: headers.map { ($0.name, $0.value) }, body: body,
      reads: reads.map { ($0.at, $0.end) }, streamed: streamed, complete: ending.isWhole)
  }

  /// What became of the connection behind an answer that was whole; nil where it ended as it should.
  fileprivate var afterwards: String? {
    switch ending {
    case .complete: nil
    case .failed(let failure): "behind the answer the connection broke: \(failure.message)"
    case .leftOpen: "the server left the response open behind the answer"
    case .cancelled: "cancelled behind the answer, before its response had ended"
    case .timedOut(let deadline): "behind the answer its response did not end: \(deadline.sentence)"
    case .tooLarge(let what): "behind the answer its response went on: \(what.sentence)"
    }
  }

  fileprivate var connection: ConnectionRecord {
    ConnectionRecord(
      reused: reused, httpVersion: httpVersion, nameLookup: nameLookup, tcp: tcp, tls: tls, bytesSent: bytesSent,
      bytesReceived: bytesReceived,
      dead: deadConnection.map {
        .init(message: $0.failure.message, curlCode: $0.failure.curlCode, bytesSent: $0.bytesSent)
      })
  }
}

extension AttemptRecord {
  fileprivate mutating func fill(with reading: ChatReading, sent: Nanoseconds?) {
    reads = reading.textReads.map { TokenRead(offset: $0.at - (sent ?? $0.at), bytes: $0.bytes) }
    textEvents = reading.isEventStream ? reading.textEvents : nil
    servedModel = reading.model
    provider = reading.provider
    generationID = reading.generationID
    finishReason = reading.finishReason
    nativeFinishReason = reading.nativeFinishReason
    usage = reading.usage.map { Usage($0) }
    answer = reading.answer.isEmpty ? reading.refusal : reading.answer
    reasoningText = reading.reasoning
    reasoning = ReasoningVisibility(rawValue: reading.visibility.rawValue) ?? .none
    toolCalls = reading.toolCalls.map { ToolCall(id: $0.id, name: $0.name, arguments: $0.arguments) }
    parts = reading.parts.isEmpty ? nil : reading.parts.map { AnswerPart($0) }
    notes = reading.notes + Set((parts ?? []).map(\.noun)).sorted().map { "answered with \($0)" }
    notes += (reading.error?.nonsense ?? []).map { "\($0.debugDescription) says no time to come back: ignored" }
  }
}

extension Usage {
  fileprivate init(_ usage: ChatReading.Usage) {
    self.init(
      promptTokens: usage.promptTokens, completionTokens: usage.completionTokens, totalTokens: usage.totalTokens,
      reasoningTokens: usage.reasoningTokens, cachedTokens: usage.cachedTokens, cost: usage.cost)
  }
}
