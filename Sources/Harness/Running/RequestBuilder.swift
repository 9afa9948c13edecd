package import Benchmark
internal import Transport
internal import Wire

/// Makes the HTTP request of a trial.
package struct RequestBuilder: Sendable {
  /// The longest event of a stream; a longer one ends the attempt as too large.
  static let longestEvent = 8 << 20

  let record: RunRecord
  let endpoint: Endpoint
  let key: APIKey?
  let attachments: AttachmentText

  /// Files are read beside the suite, unless the caller says otherwise.
  package init(record: RunRecord, endpoint: Endpoint, key: APIKey?, attachments: AttachmentText? = nil) {
    self.record = record
    self.endpoint = endpoint
    self.key = key
    self.attachments = attachments ?? .data(in: SuiteFolder(ofSuite: record.suiteSource.path))
  }

  /// The request of a trial that says these messages, behind the system message and, before that, a nonce.
  ///
  /// - Throws: `AttachmentFault`.
  func request(
    for trial: Trial, saying messages: [Message], behind nonce: String? = nil, adapted: Set<FieldAdaptation> = []
  ) throws -> HTTPRequest {
    var headers = [
      HTTPHeader(name: "Content-Type", value: "application/json"),
      HTTPHeader(name: "Accept", value: record.streams ? "text/event-stream" : "application/json"),
    ]
    if let key { headers.append(HTTPHeader(name: "Authorization", value: key.authorization)) }
    var request = HTTPRequest(
      method: .post, url: endpoint.base + "/chat/completions", headers: headers,
      body: try body(of: trial, messages, behind: nonce, adapted),
      deadlines: record.streams ? record.deadlines.streaming : record.deadlines.whole,
      limits: HTTPRequest.Limits(lineBytes: record.streams ? RequestBuilder.longestEvent : nil),
      holdsToken: record.streams ? ChatResponse.holdsToken : nil)
    request.completion = RequestBuilder.completion
    return request
  }

  /// Half a second behind `[DONE]`: enough for a lost packet with the end of the response to be sent again (a fifth of
  /// a second and a round trip), so that the connection can be kept; longer than that its place waits for nothing.
  private static let completion = HTTPRequest.Completion(
    grace: Nanoseconds.perSecond / 2, mayStand: ChatResponse.mayFinish, isReached: ChatResponse.isFinished)

  /// The body of a trial's first request, as JSON.
  ///
  /// - Throws: `AttachmentFault`.
  package func body(of trial: Trial) throws -> [UInt8] {
    try body(of: trial, record.conversation(in: trial).messages, behind: record.nonce(of: trial, attempt: 1), [])
  }

  private func body(
    of trial: Trial, _ messages: [Message], behind nonce: String?, _ adapted: Set<FieldAdaptation>
  ) throws -> [UInt8] {
    let prompt = record.suite.prompts[trial.prompt]
    let contestant = record.contestants[trial.contestant]
    let output = record.suite.output(of: prompt)
    let way = output?.way(where: contestant.structure) ?? .nothing
    var request = ChatRequest(
      model: contestant.model,
      messages: try said(messages, in: trial, asking: output?.instruction(by: way), behind: nonce),
      streams: record.streams,
      tools: record.suite.tools(of: prompt).map { ChatTool($0) }, responseFormat: output?.responseFormat(by: way),
      fields: record.parameters(of: trial).fields)
    request.adaptations = adapted
    return try request.body()
  }

  private func said(
    _ messages: [Message], in trial: Trial, asking instruction: String?, behind nonce: String?
  ) throws -> [ChatMessage] {
    let texts = [record.parameters(of: trial).system, instruction].compactMap(\.self)
    let system = texts.isEmpty ? nil : Message(.system, Content(texts.joined(separator: "\n\n")))
    var said = [system].compactMap(\.self) + messages
    if let nonce, let first = said.first { said[0] = first.opened(by: nonce) }
    return try said.map { try ChatMessage($0, attachments) }
  }
}

extension DeadlineRecord {
  fileprivate var streaming: HTTPRequest.Deadlines {
    HTTPRequest.Deadlines(
      connect: connect.flatMap(Nanoseconds.init(seconds:)), firstToken: firstToken.flatMap(Nanoseconds.init(seconds:)),
      gap: gap.flatMap(Nanoseconds.init(seconds:)),
      total: total.flatMap(Nanoseconds.init(seconds:)))
  }

  /// A body that comes at once has no first token and no gaps: silence is the rule until it is there.
  fileprivate var whole: HTTPRequest.Deadlines {
    HTTPRequest.Deadlines(
      connect: connect.flatMap(Nanoseconds.init(seconds:)), firstToken: nil, gap: nil,
      total: total.flatMap(Nanoseconds.init(seconds:)))
  }
}
