package import Benchmark
internal import Transport
package import Wire

/// The questions that cost no quota: which models there are and what is left for a key.
package struct Service: Sendable {
  /// Why a question got no answer.
  package enum Failure: Error, Hashable, Sendable {
    case cancelled
    /// No response came; why, in words, and whether the other of http and https would explain it.
    case unreachable(String, suspectsScheme: Bool = false)
    /// A response came, but not the one asked for; for a redirect the words name its target.
    case refused(status: Int, String)
    /// A response came that is not what was asked for; why, as a sentence.
    case unreadable(String)
  }

  /// The longest that a question may take, in nanoseconds.
  package struct Patience: Hashable, Sendable {
    package var connect: Nanoseconds
    package var total: Nanoseconds

    package static let usual = Patience(connect: 5 * .perSecond, total: 30 * .perSecond)

    /// As a run's requests are limited: a list of models takes no longer than an answer may, nor than half a minute.
    package init(_ deadlines: DeadlineRecord) {
      connect = deadlines.connect.flatMap(Nanoseconds.init(seconds:)) ?? Patience.usual.connect
      total = min(deadlines.total.flatMap(Nanoseconds.init(seconds:)) ?? .max, max(connect, Patience.usual.total))
    }

    private init(connect: Nanoseconds, total: Nanoseconds) {
      (self.connect, self.total) = (connect, total)
    }

    fileprivate var deadlines: HTTPRequest.Deadlines {
      HTTPRequest.Deadlines(connect: connect, firstToken: nil, gap: min(total, 15 * .perSecond), total: total)
    }

    /// An endpoint that is slow to answer questions keeps no run waiting for long.
    fileprivate var opening: HTTPRequest.Deadlines {
      HTTPRequest.Deadlines(
        connect: min(connect, 5 * .perSecond), firstToken: nil, gap: nil, total: min(total, 5 * .perSecond))
    }
  }

  let endpoint: Endpoint
  let key: APIKey?
  private let patience: Patience
  private let send: Runner.Send

  package init(endpoint: Endpoint, key: APIKey?, patience: Patience = .usual, send: @escaping Runner.Send) {
    self.endpoint = endpoint
    self.key = key
    self.patience = patience
    let redactor = Redactor(keys: key.map { [$0] } ?? [])
    self.send = { redactor.redacted(await send($0)) }
  }

  /// All models that the endpoint lists.
  ///
  /// OpenRouter is asked without the key: it lists them to anybody.
  ///
  /// - Throws: `Failure`.
  package func models() async throws(Failure) -> [CatalogueModel] {
    let body = try await get("/models", with: endpoint.dialect == .openrouter ? nil : key)
    do {
      return try Catalogue.read(body)
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// What OpenRouter says of the key's free quota today.
  ///
  /// - Throws: `Failure`.
  package func keyInfo() async throws(Failure) -> KeyInfo {
    let body = try await get("/key", with: key)
    do {
      return try KeyInfo.read(body)
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// Opens as many connections as will be in flight, by questions that no quota counts.
  ///
  /// None has to be opened while something is measured then; what fails here is opened later.
  package func openConnections(_ count: Int) async {
    let isAccount = endpoint.dialect == .openrouter && key != nil
    let path = isAccount ? "/key" : endpoint.dialect == .openrouter ? "/models?limit=1" : "/models"
    await withTaskGroup { group in
      for _ in 0..<count {
        group.addTask {
          var request = request(path, with: key, deadlines: patience.opening)
          request.opensConnection = true
          _ = await send(request)
        }
      }
    }
  }

  private func request(_ path: String, with key: APIKey?, deadlines: HTTPRequest.Deadlines) -> HTTPRequest {
    var headers = [HTTPHeader(name: "Accept", value: "application/json")]
    if let key { headers.append(HTTPHeader(name: "Authorization", value: key.authorization)) }
    return HTTPRequest(
      method: .get, url: endpoint.base + path, headers: headers, deadlines: deadlines, acceptsGzip: true)
  }

  private func get(_ path: String, with key: APIKey?) async throws(Failure) -> [UInt8] {
    let exchange = await request(path, with: key, deadlines: patience.deadlines).sent(by: send)
    guard exchange.ending != .cancelled else { throw .cancelled }
    guard let status = exchange.status else {
      throw .unreachable(words(exchange.ending), suspectsScheme: exchange.ending.suggestsOther(than: endpoint.origin))
    }
    guard status == 200 else { throw .refused(status: status, exchange.refusal) }
    guard exchange.ending == .complete else { throw .unreadable("It broke off: \(words(exchange.ending)).") }
    return exchange.body
  }

  private func words(_ ending: Ending) -> String {
    switch ending {
    case .complete, .leftOpen: ""
    case .cancelled: "cancelled"
    case .timedOut(.connect): "no connection within \(TimeSpan(nanoseconds: patience.connect))"
    case .timedOut: "no answer within \(TimeSpan(nanoseconds: patience.total))"
    case .tooLarge(let what): what.sentence
    case .failed(let failure): failure.message
    }
  }
}

extension Ending {
  /// CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL (HTTP/0.9), CURLE_GOT_NOTHING, CURLE_RECV_ERROR: a TLS port
  /// that is spoken to in plain HTTP answers by an alert or hangs up.
  private static let plainCodes = [1, 8, 52, 56]

  /// Whether the failure is what speaking http to a TLS port looks like, or https to a plain one.
  fileprivate func suggestsOther(than origin: Origin) -> Bool {
    guard case .failed(let failure) = self else { return false }
    if origin.scheme == .http { return Ending.plainCodes.contains(failure.curlCode) }
    let words = failure.message.lowercased()
    return failure.kind == .tls
      && ["wrong version number", "unexpected", "record overflow", "packet length", "unknown protocol"]
        .contains(where: words.contains)
  }
}

extension Exchange {
  /// The server's words, or where it sends us.
  fileprivate var refusal: String {
    let target = headers.first { $0.name.lowercased() == "location" }
    if let status, (300..<400).contains(status), let target { return "it redirects to \(target.value.prefix(300))" }
    return ServerError.read(headers: headers.map { ($0.name, $0.value) }, body: body).message
  }
}
