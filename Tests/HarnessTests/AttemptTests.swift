import Benchmark
import Harness
import Testing
import Transport

/// How an exchange becomes a record, seen through a run of one trial.
@Suite(.timeLimit(.minutes(5))) struct AttemptTests {
  private func attempt(streams: Bool = true, _ exchange: Exchange) async throws -> AttemptRecord {
    var record = RunRecord.sample
    record.streams = streams
    record.suite.prompts = PromptList(record.suite.prompts.dropLast())
    record.contestants.removeLast()
    let (_, run) = try await Road(record) { _, _ in exchange }.run()
    return try #require(run.attempts.first)
  }

  static let endings: [(Ending, OutcomeClass, String)] = [
    (.cancelled, .cancelled, "cancelled before the answer was complete"),
    (.timedOut(.connect), .timeoutConnect, "no connection within the deadline"),
    (.timedOut(.firstToken), .timeoutFirstToken, "no token within the deadline"),
    (.timedOut(.gap), .timeoutGap, "nothing came for longer than the deadline between two reads"),
    (.timedOut(.total), .timeoutTotal, "the answer was not complete within the deadline"),
    (.tooLarge(.headers), .tooLarge, "the answer's headers are larger than our limit"),
    (.tooLarge(.body), .tooLarge, "the answer is larger than our limit"),
    (.tooLarge(.line), .tooLarge, "one event of the stream is larger than our limit"),
    (.failed(TransportFailure(kind: .tls, curlCode: 60, message: "no trust")), .tls, "no trust"),
    (.failed(TransportFailure(kind: .network, curlCode: 6, message: "no such host")), .network, "no such host"),
    (.failed(TransportFailure(kind: .malformed, curlCode: 1, message: "not HTTP")), .badResponse, "not HTTP"),
  ]

  @Test(arguments: endings)
  func `a transfer that ends badly has a class and a sentence`(
    ending: Ending, kind: OutcomeClass, sentence: String
  ) async throws {
    let outcome = try await attempt(.failed(ending)).outcome
    #expect(outcome.kind == kind)
    #expect(outcome.message == sentence)
  }

  @Test func `a timeout keeps what had come`() async throws {
    let attempt = try await attempt(
      .response("data: {\"choices\":[{\"delta\":{\"content\":\"Once upon\"}}]}\n\n", ending: .timedOut(.gap)))
    #expect(attempt.outcome.kind == .timeoutGap)
    #expect(attempt.answer == "Once upon")
    #expect(attempt.timeline.firstToken == 52_000_000)
  }

  @Test func `a connection that breaks within a stream is cut off, and says why`() async throws {
    let failure = TransportFailure(kind: .network, curlCode: 18, message: "the server closed the connection")
    let attempt = try await attempt(
      .response("data: {\"choices\":[{\"delta\":{\"content\":\"Once\"}}]}\n\n", ending: .failed(failure)))
    #expect(attempt.outcome.kind == .cutOff)
    #expect(attempt.outcome.curlCode == 18)
    #expect(attempt.answer == "Once")
  }

  @Test(
    arguments: [
      ("SAFETY", OutcomeClass.refused, #"the answer ended for the reason "SAFETY""#),
      ("abort", .streamError, #"the answer ended for the reason "abort""#),
      ("stop", .ok, nil),
    ] as [(String, OutcomeClass, String?)])
  func `a filter's stop says the reason that the server gave`(
    reason: String, kind: OutcomeClass, sentence: String?
  ) async throws {
    let attempt = try await attempt(
      .response(
        #"data: {"choices":[{"delta":{"content":"Once"},"finish_reason":"\#(reason)"}]}"# + "\n\ndata: [DONE]\n\n"))
    #expect(attempt.outcome.kind == kind)
    #expect(attempt.outcome.message == sentence)
  }

  @Test func `a refusal that is too long to read is one all the same`() async throws {
    let attempt = try await attempt(.response(#"{"error":{"message":"aaa"#, status: 500, ending: .tooLarge(.body)))
    #expect(attempt.outcome.kind == .http5xx)
    #expect(attempt.outcome.words?.ours == "the answer is larger than our limit")
    #expect(attempt.retry != nil)
  }

  static let afterwards: [(Ending, String)] = [
    (.leftOpen, "the server left the response open behind the answer"),
    (.cancelled, "cancelled behind the answer, before its response had ended"),
    (
      .timedOut(.gap),
      "behind the answer its response did not end: nothing came for longer than the deadline between two reads"
    ),
    (
      .timedOut(.total),
      "behind the answer its response did not end: the answer was not complete within the deadline"
    ),
    (.tooLarge(.body), "behind the answer its response went on: the answer is larger than our limit"),
    (
      .failed(TransportFailure(kind: .network, curlCode: 56, message: "reset")),
      "behind the answer the connection broke: reset"
    ),
    (
      .failed(TransportFailure(kind: .malformed, curlCode: 56, message: "x")),
      "behind the answer the connection broke: x"
    ),
  ]

  @Test(arguments: afterwards)
  func `an answer that is whole is one, whatever becomes of its connection`(ending: Ending, note: String) async throws {
    let whole = Exchange.stream
    let attempt = try await attempt(.response(whole.text, ending: ending))
    #expect(attempt.outcome.kind == .ok)
    #expect(attempt.outcome.message == nil)
    #expect(attempt.outcome.words == nil)
    #expect(attempt.notes == [note])
    #expect(attempt.timeline.lastToken == 52_000_000)
    #expect(attempt.timeline.ended == 60_000_000)
    #expect(attempt.retry == nil)
  }

  @Test func `an answer that ended at its limit stays one too`() async throws {
    let text = Exchange.stream.text.replacing("\"stop\"", with: "\"length\"")
    let attempt = try await attempt(.response(text, ending: .timedOut(.gap)))
    #expect(attempt.outcome.kind == .length)
    #expect(attempt.outcome.message == "the answer ended at the limit of tokens")
  }

  /// A failure, and who said what of it.
  struct Told: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var exchange: Exchange
    var kind: OutcomeClass
    var words: FailureWords
    var message: String
  }

  private static let begun = "data: {\"choices\":[{\"delta\":{\"content\":\"Once\"}}]}\n\n"
  private static let cutWords = "the stream ended without a finish reason and without [DONE]"
  private static func broken(_ message: String, _ kind: TransportFailure.Kind = .network) -> Ending {
    .failed(TransportFailure(kind: kind, curlCode: 56, message: message))
  }

  static let told = [
    Told(
      testDescription: "a reset within the stream", exchange: .response(begun, ending: broken("reset")), kind: .cutOff,
      words: FailureWords(transport: "reset", ours: cutWords), message: "reset"),
    Told(
      testDescription: "an end that nobody explains", exchange: .response(begun), kind: .cutOff,
      words: FailureWords(ours: cutWords), message: cutWords),
    Told(
      testDescription: "broken compression", exchange: .response(begun, ending: broken("gzip", .malformed)),
      kind: .badResponse, words: FailureWords(transport: "gzip", ours: cutWords), message: "gzip"),
    Told(
      testDescription: "broken compression before the first byte",
      exchange: .response("", ending: broken("gzip", .malformed)),
      kind: .badResponse, words: FailureWords(transport: "gzip", ours: cutWords), message: "gzip"),
    Told(
      testDescription: "broken chunks behind a status that says more",
      exchange: .response(#"{"error":{"message":"Overloaded"}}"#, status: 503, ending: broken("chunks", .malformed)),
      kind: .http5xx, words: FailureWords(server: "Overloaded", transport: "chunks"), message: "Overloaded; chunks"),
    Told(
      testDescription: "an error and then silence",
      exchange: .response(#"{"error":{"message":"Slow down"}}"#, status: 429, ending: .timedOut(.total)),
      kind: .timeoutTotal,
      words: FailureWords(server: "Slow down", ours: "the answer was not complete within the deadline"),
      message: "Slow down"),
    Told(
      testDescription: "a provider's JSON, handed on as text",
      exchange: .response(
        #"{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"#
          + #""{\"error\":{\"code\":400,\"message\":\"Not enabled\"}}","provider_name":"Sample Cloud"}}}"#, status: 400),
      kind: .http4xx,
      words: FailureWords(server: "Provider returned error", provider: "Not enabled", providerName: "Sample Cloud"),
      message: "Provider returned error (Sample Cloud: Not enabled)"),
    Told(
      testDescription: "a provider's words inside a stream",
      exchange: .response(
        #"data: {"error":{"message":"Provider returned error","code":502,"metadata":{"raw":"being loaded","#
          + #""provider_name":"Sample Cloud"}},"choices":[]}"# + "\n\n"), kind: .streamError,
      words: FailureWords(server: "Provider returned error", provider: "being loaded", providerName: "Sample Cloud"),
      message: "Provider returned error (Sample Cloud: being loaded)"),
    Told(
      testDescription: "a provider that says nothing",
      exchange: .response(
        #"{"error":{"message":"Provider returned error","metadata":{"provider_name":"Sample Cloud"}}}"#, status: 502),
      kind: .http5xx, words: FailureWords(server: "Provider returned error", providerName: "Sample Cloud"),
      message: "Provider returned error (Sample Cloud)"),
    Told(
      testDescription: "a provider's object, of FastAPI's form",
      exchange: .response(#"{"error":{"message":"m","metadata":{"raw":{"detail":"gone"}}}}"#, status: 500),
      kind: .http5xx, words: FailureWords(server: "m", provider: "gone"), message: "m (gone)"),
  ]

  @Test(arguments: told)
  func `the server's words come first, then the transport's, then ours, and all are kept`(row: Told) async throws {
    let outcome = try await attempt(row.exchange).outcome
    #expect(outcome.kind == row.kind)
    #expect(outcome.words == row.words)
    #expect(outcome.message == row.message)
  }

  @Test func `a stream gives every stamp, and reads counted from the moment it was sent`() async throws {
    let attempt = try await attempt(.stream)
    #expect(attempt.outcome == Outcome(.ok))
    #expect(attempt.timeline.sent == 2_000_000)
    #expect(attempt.timeline.headers == 3_000_000)
    #expect(attempt.timeline.firstByte == 52_000_000)
    #expect(attempt.timeline.firstToken == 52_000_000)
    #expect(attempt.timeline.firstAnswer == 52_000_000)
    #expect(attempt.timeline.lastToken == 52_000_000)
    #expect(attempt.timeline.ended == 60_000_000)
    #expect(attempt.reads == [TokenRead(offset: 50_000_000, bytes: 8)])
    #expect(attempt.usage == Usage(promptTokens: 5, completionTokens: 2))
    #expect(attempt.servedModel == "m")
    #expect(attempt.provider == "P")
    #expect(attempt.connection.reused == false)
    #expect(attempt.timeline.queued <= attempt.timeline.admitted)
  }

  @Test func `an answer that comes whole has a latency and no first token`() async throws {
    let body = #"{"choices":[{"message":{"content":"Canberra"},"finish_reason":"stop"}]}"#
    for streams in [true, false] {
      let attempt = try await attempt(streams: streams, .response(body))
      #expect(attempt.outcome.kind == .ok)
      #expect(attempt.timeline.firstToken == nil)
      #expect(attempt.timeline.lastToken == 52_000_000)
      #expect(attempt.streamed == streams)
    }
  }

  static let parts = [
    (
      "data:image/png;base64,iVBORw0KGgo=",
      AnswerPart(
        kind: "image", mediaType: "image/png", bytes: 8,
        hash: "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6")
    ),
    (
      "https://a.test/b.png",
      AnswerPart(kind: "image", hash: "c4e410d6b8d73bd0673a8c92ccb72e29ca0087bff6cd5c74e0b3bf630e72dc3f")
    ),
  ]

  @Test(arguments: parts)
  func `an image is an answer, and its kind, length and hash are recorded`(url: String, part: AnswerPart) async throws {
    let message = "{\"content\":\"\",\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"\(url)\"}}]}"
    let bodies = [
      "{\"choices\":[{\"message\":\(message),\"finish_reason\":\"stop\"}]}",
      "data: {\"choices\":[{\"delta\":\(message),\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
    ]
    for body in bodies {
      let attempt = try await attempt(.response(body))
      #expect(attempt.outcome.kind == .ok)
      #expect(attempt.parts == [part])
      #expect(attempt.notes.contains("answered with an image"))
    }
  }

  @Test func `an answer that lost words on its way is damaged, and not sent again`() async throws {
    let attempt = try await attempt(
      .response(
        "data: {\"choices\":[{\"delta\":{\"content\":\"Can\"}}]}\n\ndata: {\"choi\n\n"
          + "data: {\"choices\":[{\"delta\":{\"content\":\"ra\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"))
    #expect(attempt.outcome.kind == .damaged)
    #expect(attempt.outcome.message == "an event of the stream could not be read: words of the answer are missing")
    #expect(attempt.answer == "Canra")
    #expect(attempt.retry == nil)
  }

  @Test func `simulated answers are marked by their header`() async throws {
    let header = HTTPHeader(name: "x-bakeoff-simulated", value: "1")
    #expect(try await attempt(.response("{}", headers: [header])).simulated)
    #expect(try await attempt(.response("{}")).simulated == false)
  }

  @Test func `a request asks for what suite, prompt and command line say, the last one first`() async throws {
    var record = RunRecord.sample
    record.suite.parameters = Parameters(system: "Be brief.", maxTokens: 100, temperature: 1)
    record.overrides = Parameters(maxTokens: 50)
    record.contestants.removeLast()
    let road = Road(record) { _, _ in .stream }
    _ = try await road.run()
    let bodies = road.requests.map { String(decoding: $0.body, as: UTF8.self) }
    let sum = try #require(bodies.first { $0.contains("1 + 1?") })
    #expect(sum.contains(#""max_tokens":50"#))
    #expect(sum.contains(#""temperature":0"#))
    #expect(sum.contains("Be brief."))
    #expect(sum.contains(#""stream":true"#))
    #expect(road.requests.allSatisfy { $0.url == "http://127.0.0.1:1/v1/chat/completions" })
  }

  @Test func `an answer that comes whole is given no deadline for its first token`() async throws {
    var record = RunRecord.sample
    record.streams = false
    let road = Road(record) { _, _ in .stream }
    _ = try await road.run()
    #expect(road.requests.allSatisfy { $0.deadlines.firstToken == nil && $0.deadlines.gap == nil })
    #expect(road.requests.allSatisfy { $0.deadlines.total == 300_000_000_000 })
  }
}
