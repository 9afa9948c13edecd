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

  package init(record: RunRecord, endpoint: Endpoint, key: APIKey?) {
    self.record = record
    self.endpoint = endpoint
    self.key = key
  }

  func request(for trial: Trial) throws -> HTTPRequest {
    var headers = [
      HTTPHeader(name: "Content-Type", value: "application/json"),
      HTTPHeader(name: "Accept", value: record.streams ? "text/event-stream" : "application/json"),
    ]
    if let key { headers.append(HTTPHeader(name: "Authorization", value: key.authorization)) }
    return HTTPRequest(
      method: .post, url: endpoint.base + "/chat/completions", headers: headers, body: try body(of: trial),
      deadlines: record.streams ? record.deadlines.streaming : record.deadlines.whole,
      limits: HTTPRequest.Limits(lineBytes: record.streams ? RequestBuilder.longestEvent : nil),
      holdsToken: record.streams ? ChatResponse.holdsToken : nil)
  }

  private func body(of trial: Trial) throws -> [UInt8] {
    let parameters = record.parameters(of: trial)
    let system = parameters.system.map { [ChatMessage(role: "system", content: $0)] } ?? []
    return try ChatRequest(
      model: record.contestants[trial.contestant].model,
      messages: system + [ChatMessage(role: "user", content: record.suite.prompts[trial.prompt].text)],
      streams: record.streams, maxTokens: parameters.maxTokens, temperature: parameters.temperature,
      seed: parameters.seed, extra: parameters.extra ?? [:]
    ).body()
  }
}

extension DeadlineRecord {
  fileprivate var streaming: HTTPRequest.Deadlines {
    HTTPRequest.Deadlines(
      connect: connect?.asNanoseconds, firstToken: firstToken?.asNanoseconds, gap: gap?.asNanoseconds,
      total: total?.asNanoseconds)
  }

  /// A body that comes at once has no first token and no gaps: silence is the rule until it is there.
  fileprivate var whole: HTTPRequest.Deadlines {
    HTTPRequest.Deadlines(connect: connect?.asNanoseconds, firstToken: nil, gap: nil, total: total?.asNanoseconds)
  }
}

extension Double {
  /// Seconds as whole nanoseconds.
  fileprivate var asNanoseconds: Nanoseconds { Nanoseconds((self * Double(Nanoseconds.perSecond)).rounded()) }
}
