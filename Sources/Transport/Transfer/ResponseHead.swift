/// The header lines of a response as they come, interim responses forgotten.
struct ResponseHead {
  private var code: Int?
  private(set) var httpVersion: String?
  private(set) var headers: [HTTPHeader] = []
  /// The final response's headers have all come; what follows are trailers.
  private(set) var isComplete = false
  /// Of all lines, forgotten ones too, so that no stream of 1xx responses goes on for ever.
  private(set) var bytes = 0
  private(set) var count = 0

  /// Nil while it is not known, or an interim one.
  var status: Int? { code.flatMap { $0 < 200 ? nil : $0 } }

  mutating func receive(_ line: some Collection<UInt8>) {
    bytes += line.count
    count += 1
    guard !isComplete else { return }
    if line.starts(with: "HTTP/".utf8) {
      begin(String(decoding: line, as: UTF8.self))
    } else if line.allSatisfy({ $0 == 13 || $0 == 10 }) {
      end()
    } else if line.first.map(Self.isBlank) == true {
      unfold(String(decoding: line, as: UTF8.self))
    } else {
      append(String(decoding: line, as: UTF8.self))
    }
  }

  func exceeds(_ limits: HTTPRequest.Limits) -> Bool {
    bytes > limits.headerBytes || count > limits.headerCount
  }

  private mutating func begin(_ line: String) {
    let words = line.dropFirst("HTTP/".count).split(separator: " ", omittingEmptySubsequences: true)
    httpVersion = words.first.map { String($0) }
    code = words.dropFirst().first.flatMap { Int($0.prefix(3)) }
    headers = []
  }

  private mutating func end() {
    guard status != nil else {
      self = ResponseHead(bytes: bytes, count: count)
      return
    }
    isComplete = true
  }

  private mutating func append(_ line: String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(line[..<colon]).lowercased()
    headers.append(HTTPHeader(name: name, value: Self.trimmed(line[colon...].dropFirst())))
  }

  /// A line that begins with a blank goes on with the value before it (RFC 9112, 5.2).
  private mutating func unfold(_ line: String) {
    guard let last = headers.indices.last else { return }
    headers[last].value += " " + Self.trimmed(line[...])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func trimmed(_ text: Substring) -> String {
    let isPadding = { (byte: UInt8) in isBlank(byte) || byte == 13 || byte == 10 }
    let start = text.utf8.drop(while: isPadding)
    let end = start.lastIndex { !isPadding($0) }
    return end.map { String(decoding: start[...$0], as: UTF8.self) } ?? ""
  }
}

extension ResponseHead {
  private init(bytes: Int, count: Int) {
    self.bytes = bytes
    self.count = count
  }
}
