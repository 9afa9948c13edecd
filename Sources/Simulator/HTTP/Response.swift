/// A response that is known as a whole when its request has been read.
struct Response: Hashable, Sendable {
  /// A field of the head.
  struct Header: Hashable, Sendable {
    var name: String
    var value: String
  }

  var status: Int
  var headers: [Header] = []
  var body: [UInt8] = []

  init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  init(status: Int = 200, headers: [Header] = [], json: JSON) {
    self.init(
      status: status, headers: [.init(name: "Content-Type", value: "application/json")] + headers, body: json.bytes)
  }

  /// Adds a field unless one of its name is there.
  mutating func addIfMissing(_ header: Header) {
    let name = header.name.lowercased()
    if !headers.contains(where: { $0.name.lowercased() == name }) { headers.append(header) }
  }

  /// The status line and the fields, those that every response carries included.
  func head(framing: [Header]) -> [UInt8] {
    let fields = headers + framing + [Header(name: "X-Bakeoff-Simulated", value: "1")]
    let lines = fields.map { "\($0.name): \($0.value)\r\n" }
    return Array("HTTP/1.1 \(status) \(Self.reason(of: status))\r\n\(lines.joined())\r\n".utf8)
  }

  private static func reason(of status: Int) -> String {
    let reasons = [
      100: "Continue", 200: "OK", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required",
      403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 413: "Payload Too Large",
      429: "Too Many Requests", 431: "Request Header Fields Too Large", 500: "Internal Server Error",
      502: "Bad Gateway", 503: "Service Unavailable",
    ]
    return reasons[status] ?? "Unknown"
  }
}
