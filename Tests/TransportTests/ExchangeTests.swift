import Support
import Testing
import Transport

/// What is recorded of exchanges that end well.
@Suite(.timeLimit(.minutes(5)))
struct ExchangeTests {
  @Test func `a request arrives as it was written`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let exchange = await server.exchange(body: #"{"model":"m"}"#) {
      $0.headers = [
        HTTPHeader(name: "Authorization", value: "Bearer secret"), HTTPHeader(name: "X-Empty", value: ""),
        HTTPHeader(name: "Content-Type", value: "application/json"),
      ]
    }
    #expect(exchange.ending == .complete)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/v1/chat/completions")
    #expect(request[header: "authorization"] == "Bearer secret")
    #expect(request[header: "x-empty"] == "")
    #expect(request[header: "content-type"] == "application/json")
    #expect(request[header: "accept-encoding"] == "identity")
    #expect(request[header: "user-agent"] == "bakeoff")
    #expect(request[header: "cookie"] == nil)
    #expect(request.text == #"{"model":"m"}"#)
  }

  @Test func `a body is not called a form, and an empty one is sent as such`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let exchange = await server.exchange(body: "")
    #expect(exchange.ending == .complete)
    #expect(server.requests.first?[header: "content-type"] == nil)
    #expect(server.requests.first?[header: "content-length"] == "0")
  }

  @Test func `get sends no body`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let exchange = await server.exchange { $0.method = .get }
    #expect(exchange.ending == .complete)
    #expect(server.requests.first?.method == "GET")
    #expect(server.requests.first?.body == [])
  }

  @Test func `status, version, headers and body are recorded`() async throws {
    let server = try LoopbackServer(
      .response("429 Too Many Requests", ["Retry-After:  2 ", "X-Folded: a", " b"], body: "slow down"))
    let exchange = await server.exchange()
    #expect(exchange.status == 429)
    #expect(exchange.httpVersion == "1.1")
    #expect(exchange[header: "retry-after"] == "2")
    #expect(exchange[header: "x-folded"] == "a b")
    #expect(exchange[header: "content-length"] == "9")
    #expect(exchange.text == "slow down")
  }

  @Test func `204 has no body and no first byte`() async throws {
    let server = try LoopbackServer(.head("204 No Content", []))
    let exchange = await server.exchange()
    #expect(exchange.ending == .complete)
    #expect(exchange.status == 204)
    #expect(exchange.body == [])
    #expect(exchange.reads == [])
    #expect(exchange.firstByte == nil)
    #expect(exchange.headersComplete != nil)
  }

  @Test func `interim responses and trailers are no headers`() async throws {
    let server = try LoopbackServer(
      .text("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
      .head("200 OK", ["X-Final: 1", "Transfer-Encoding: chunked"]),
      .chunk("hello"), .text("0\r\nX-Trailer: 1\r\n\r\n"))
    let exchange = await server.exchange()
    #expect(exchange.ending == .complete)
    #expect(exchange.status == 200)
    #expect(exchange.headers.map(\.name) == ["x-final", "transfer-encoding"])
    #expect(exchange.text == "hello")
  }

  @Test func `the stamps follow one another`() async throws {
    let gate = Gate()
    let server = try LoopbackServer(.head(), .chunk("a"), .wait(gate), .chunk("b"), .lastChunk)
    let before = Monotonic.now
    async let answer = server.exchange()
    await server.waitForRequests(1)
    gate.open()
    let exchange = await answer
    let stamps = try [
      before, exchange.started, #require(exchange.sent), #require(exchange.headersComplete),
      #require(exchange.firstByte), #require(exchange.reads.last).at, exchange.ended, Monotonic.now,
    ]
    #expect(stamps == stamps.sorted())
    #expect(exchange.firstByte == exchange.reads.first?.at)
  }

  @Test func `what comes at once is one read with one stamp`() async throws {
    let chunks = (0..<20).map { _ in LoopbackServer.Step.chunk("data: token\n\n") }
    let all = [LoopbackServer.Step.head()] + chunks + [.lastChunk]
    let bytes = all.flatMap { step in if case .send(let bytes) = step { bytes } else { [UInt8]() } }
    let server = try LoopbackServer(.send(bytes))
    let exchange = await server.exchange()
    #expect(exchange.reads.count == 1)
    #expect(exchange.reads.first?.end == exchange.body.count)
    #expect(exchange.body.count == 20 * 13)
    #expect(exchange.firstByte == exchange.headersComplete)
  }

  @Test func `what comes later is another read`() async throws {
    let (gate, seen) = (Gate(), Gate())
    let server = try LoopbackServer(.head(), .chunk("one"), .wait(gate), .chunk("two"), .lastChunk)
    async let answer = server.exchange {
      $0.deadlines.firstToken = 100 * .millisecond
      $0.holdsToken = { body in
        seen.open()
        return !body.isEmpty
      }
    }
    await seen.passage()
    gate.open()
    let exchange = await answer
    #expect(exchange.reads.map(\.end) == [3, 6])
  }

  @Test func `a body without a length ends with the connection`() async throws {
    let server = try LoopbackServer(.head("200 OK", []), .text("to the end"), .close)
    let exchange = await server.exchange()
    #expect(exchange.ending == .complete)
    #expect(exchange.text == "to the end")
  }

  @Test func `bytes are counted in both directions`() async throws {
    let server = try LoopbackServer(.response(body: "12345"))
    let exchange = await server.exchange(body: "1234567890")
    let request = try #require(server.requests.first)
    #expect(exchange.bytesSent == request.head.utf8.count + 4 + 10)
    #expect(exchange.bytesReceived == 5)
  }
}
