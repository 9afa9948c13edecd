import Support
import Testing
import Transport

extension Int64 {
  static let second: Int64 = 1_000_000_000
  static let millisecond: Int64 = 1_000_000
}

extension LoopbackServer {
  /// What comes back for a request to this server; no test waits longer than its time limit.
  func exchange(
    by client: HTTPClient = HTTPClient(), body: String = "{}", _ adjust: (inout HTTPRequest) -> Void = { _ in }
  ) async -> Exchange {
    var request = HTTPRequest(url: url + "/v1/chat/completions", body: Array(body.utf8))
    adjust(&request)
    return await client.send(request)
  }
}

extension Exchange {
  var text: String { String(decoding: body, as: UTF8.self) }

  var failure: TransportFailure? {
    if case .failed(let failure) = ending { failure } else { nil }
  }

  subscript(header name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
