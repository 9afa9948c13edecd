import Support
import Testing
import Transport

/// Answers that do not come, or not whole, and the words for them.
@Suite(.timeLimit(.minutes(5)))
struct FailureTests {
  /// An answer, and how it has to fail.
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var answer: [LoopbackServer.Step]
    var kind: TransportFailure.Kind
    var message: String

    init(_ name: String, _ answer: [LoopbackServer.Step], _ kind: TransportFailure.Kind, _ message: String) {
      testDescription = name
      self.answer = answer
      self.kind = kind
      self.message = message
    }
  }

  private static let cut = "the server closed the connection before the answer was complete"
  private static let broken = "the connection broke before the answer was complete"

  static let rows = [
    Row("empty reply", [.close], .network, "the server closed the connection without an answer"),
    Row("reset before any byte", [.reset], .network, "the connection broke before the answer began"),
    Row("reset in the body", [.head(), .chunk("a"), .reset], .network, broken),
    Row("cut in a chunk", [.head(), .text("5\r\nab"), .close], .network, cut),
    Row("cut between chunks", [.head(), .chunk("ab"), .close], .network, cut),
    Row("cut before the length", [.head("200 OK", ["Content-Length: 9"]), .text("abc"), .close], .network, cut),
    Row("broken chunk", [.head(), .text("zz\r\n")], .malformed, "the chunked encoding of the body is broken"),
  ]

  @Test(arguments: rows) func `an answer that is not whole is named`(row: Row) async throws {
    let server = try LoopbackServer { _ in row.answer }
    let failure = await server.exchange().failure
    #expect(failure?.kind == row.kind)
    #expect(failure?.message == row.message)
    #expect(failure?.curlCode != 0)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH_9.2\r\n", "\u{1}\u{2}\u{3}\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
  ])
  func `what is not HTTP is malformed`(answer: String) async throws {
    let server = try LoopbackServer(.text(answer), .close)
    let failure = await server.exchange().failure
    #expect(failure?.kind == .malformed)
    #expect(failure?.message == "the answer of 127.0.0.1:\(server.port) is not HTTP")
  }

  @Test func `what had come before the connection broke is kept`() async throws {
    let server = try LoopbackServer(.head(), .chunk("partial"), .text("5\r\nab"), .close)
    let exchange = await server.exchange()
    #expect(exchange.status == 200)
    #expect(exchange.text == "partialab")
  }

  @Test(arguments: [
    ("http://127.0.0.1:1/", "connection refused by 127.0.0.1:1"),
    ("http://user:password@nonexistent.invalid/?key=secret", "could not resolve host nonexistent.invalid"),
  ])
  func `a server that is not there is named`(url: String, message: String) async {
    let exchange = await HTTPClient().send(HTTPRequest(url: url))
    #expect(exchange.failure?.kind == .network)
    #expect(exchange.failure?.message == message)
    #expect(exchange.sent == nil)
    #expect(exchange.reused == nil)
  }

  @Test(arguments: [
    "", "localhost:8080/v1", "http://", "http://a b/", "http://a\r\nHost: b/", "http://a\u{0}b/", "ftp://127.0.0.1/x",
    "file:///etc/passwd", "gopher://127.0.0.1:1/x", "secret",
  ])
  func `only http and https URLs are asked`(url: String) async {
    let failure = await HTTPClient().send(HTTPRequest(url: url)).failure
    #expect(failure?.kind == .malformed)
    #expect(failure?.message == "the URL is not a well-formed http or https URL")
  }

  @Test(arguments: ["a\r\nInjected: b", "a\nb", "a\rb", "a\u{0}b"])
  func `a value cannot smuggle another header`(value: String) async throws {
    let message = try await refusal(of: HTTPHeader(name: "X-Key", value: value))
    #expect(message == "the value of the header X-Key holds a line end or NUL")
  }

  @Test(arguments: ["X\r\nInjected", "X: y\r\n", "Authorization: Bearer secret", "a b", "", "Ж"])
  func `a name cannot smuggle another header`(name: String) async throws {
    #expect(try await refusal(of: HTTPHeader(name: name, value: "b")) == "a header has a malformed name")
  }

  private func refusal(of header: HTTPHeader) async throws -> String? {
    let server = try LoopbackServer(.response(body: "{}"))
    let exchange = await server.exchange { $0.headers = [header] }
    #expect(exchange.failure?.kind == .malformed)
    #expect(server.requests.isEmpty)
    return exchange.failure?.message
  }

  @Test func `descriptions of a request do not hold its headers' values`() {
    let request = HTTPRequest(
      url: "http://127.0.0.1:1/", headers: [HTTPHeader(name: "Authorization", value: "Bearer secret")])
    var dumped = ""
    dump(request, to: &dumped)
    for text in ["\(request)", String(reflecting: request), dumped, "\(request.headers[0])"] {
      #expect(text.contains("Authorization"))
      #expect(!text.contains("secret"))
    }
  }
}
