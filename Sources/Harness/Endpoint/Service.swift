internal import Transport
package import Wire

/// The questions that cost no quota: which models there are and what is left for a key.
package struct Service: Sendable {
  /// Why a question got no answer.
  package enum Failure: Error, Hashable, Sendable {
    case cancelled
    /// No response came; why, in words.
    case unreachable(String)
    /// A response came, but not the one asked for.
    case refused(status: Int, String)
    case unreadable
  }

  private static let deadlines = HTTPRequest.Deadlines(
    connect: 5_000_000_000, firstToken: nil, gap: 15_000_000_000, total: 30_000_000_000)

  /// An endpoint that is slow to answer questions keeps no run waiting for long.
  private static let openingDeadlines = HTTPRequest.Deadlines(
    connect: 5_000_000_000, firstToken: nil, gap: nil, total: 5_000_000_000)

  let endpoint: Endpoint
  let key: APIKey?
  let send: Runner.Send

  package init(endpoint: Endpoint, key: APIKey?, send: @escaping Runner.Send) {
    self.endpoint = endpoint
    self.key = key
    self.send = send
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
      throw .unreadable
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
      throw .unreadable
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
          var request = request(path, with: key, deadlines: Service.openingDeadlines)
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
    let exchange = await send(request(path, with: key, deadlines: Service.deadlines))
    guard exchange.ending != .cancelled else { throw .cancelled }
    guard let status = exchange.status else { throw .unreachable(exchange.ending.words) }
    guard status == 200, exchange.ending == .complete else {
      throw .refused(status: status, exchange.errorMessage)
    }
    return exchange.body
  }
}

extension Ending {
  fileprivate var words: String {
    switch self {
    case .complete: ""
    case .cancelled: "cancelled"
    case .timedOut(let deadline): deadline.sentence
    case .tooLarge(let what): what.sentence
    case .failed(let failure): failure.message
    }
  }
}

extension Exchange {
  fileprivate var errorMessage: String {
    ServerError.read(headers: headers.map { ($0.name, $0.value) }, body: body).message
  }
}
