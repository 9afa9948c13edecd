import Foundation
import Support
import Testing

@testable import Transport

/// What libcurl would do unasked, and does not do here; and how connections are shared.
@Suite(.timeLimit(.minutes(5)))
struct ConnectionTests {
  @Test(arguments: [[LoopbackServer.Step.close], [.reset]])
  func `nothing is sent again when a reused connection turns out to be dead`(end: [LoopbackServer.Step]) async throws {
    let server = try LoopbackServer { request in request.number == 0 ? [.response(body: "{}")] : end }
    let client = HTTPClient()
    _ = await server.exchange(by: client)
    let exchange = await server.exchange(by: client)
    #expect(exchange.failure?.kind == .deadConnection)
    #expect(exchange.failure?.message == "the reused connection to 127.0.0.1:\(server.port) was dead")
    #expect(exchange.reused == true)
    #expect(server.requests.count == 2)
  }

  @Test func `a reused connection that answers before it breaks was not dead, nor is a new one that breaks`()
    async throws
  {
    let server = try LoopbackServer { request in
      request.number == 0 ? [.response(body: "{}")] : [.text("HTTP/1.1 200 OK\r\n"), .reset]
    }
    let client = HTTPClient()
    _ = await server.exchange(by: client)
    #expect(await server.exchange(by: client).failure?.kind == .network)
    let closing = try LoopbackServer(.close)
    #expect(await closing.exchange().failure?.kind == .network)
  }

  @Test func `a request opens a connection where it is told to, and leaves it for later ones`() async throws {
    let server = try LoopbackServer { _ in [.response(body: "{}")] }
    let client = HTTPClient()
    _ = await server.exchange(by: client)
    let fresh = await server.exchange(by: client) { $0.opensConnection = true }
    #expect(fresh.reused == false)
    #expect(server.connectionCount == 2)
    #expect(await server.exchange(by: client).reused == true)
    #expect(server.connectionCount == 2)
  }

  @Test func `a large body does not wait for permission`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let body = String(repeating: "a", count: 3 << 20)
    let exchange = await server.exchange(body: body)
    #expect(exchange.ending == .complete)
    let request = try #require(server.requests.first)
    #expect(request[header: "expect"] == nil)
    #expect(request.body.count == body.utf8.count)
    #expect(exchange.bytesSent == request.head.utf8.count + 4 + body.utf8.count)
  }

  @Test(arguments: ["127.0.0.1", "localhost", "127.1"])
  func `no proxy stands between this machine and itself`(host: String) async throws {
    let proxy = try LoopbackServer(.response("502 Bad Gateway", body: ""))
    let server = try LoopbackServer(.response(body: "{}"))
    let client = HTTPClient(configuration: .init(proxy: proxy.url))
    let exchange = await server.exchange(by: client) { $0.url = "http://\(host):\(server.port)/" }
    #expect(exchange.status == 200)
    #expect(proxy.requests.isEmpty)
  }

  @Test func `the environment's proxies hold for all hosts but this machine`() async {
    await #expect(processExitsWith: .success) {
      let proxy = try LoopbackServer(.response(body: "by proxy"))
      let server = try LoopbackServer(.response(body: "direct"))
      setenv("http_proxy", proxy.url, 1)
      setenv("no_proxy", "excepted.invalid", 1)
      let client = HTTPClient()
      #expect(await server.exchange(by: client).text == "direct")
      #expect(await client.send(HTTPRequest(url: "http://other.invalid/a")).text == "by proxy")
      #expect(await client.send(HTTPRequest(url: "http://excepted.invalid/")).failure != nil)
      #expect(proxy.requests.map(\.path) == ["http://other.invalid/a"])
    }
  }

  @Test func `a proxy's answer to connect is no answer`() async throws {
    let proxy = try LoopbackServer(.head("200 Connection established", ["X-Proxy: 1"]), .text("not TLS"), .close)
    let client = HTTPClient(configuration: .init(proxy: proxy.url))
    let exchange = await client.send(
      HTTPRequest(url: "https://other.invalid/", headers: [HTTPHeader(name: "Authorization", value: "secret")]))
    #expect(exchange.failure?.kind == .tls)
    #expect(exchange.status == nil)
    #expect(exchange.headers == [])
    #expect(exchange.headersComplete == nil)
    #expect(exchange.firstByte == nil)
    #expect(proxy.requests.first?.head.hasPrefix("CONNECT other.invalid:443 ") == true)
    #expect(proxy.requests.first?[header: "authorization"] == nil)
  }

  @Test func `a proxy that is not there is told from the server`() async throws {
    let client = HTTPClient(configuration: .init(proxy: "http://127.0.0.1:1"))
    let exchange = await client.send(HTTPRequest(url: "https://other.invalid/"))
    #expect(exchange.failure?.kind == .network)
    #expect(exchange.failure?.message == "connection refused by the proxy 127.0.0.1")
  }

  @Test func `a proxy that refuses a tunnel is named`() async throws {
    let proxy = try LoopbackServer(.response("407 Proxy Authentication Required", body: ""))
    let client = HTTPClient(configuration: .init(proxy: proxy.url))
    let exchange = await client.send(HTTPRequest(url: "https://other.invalid/"))
    #expect(exchange.failure?.kind == .network)
    #expect(exchange.failure?.message == "the proxy answered 407 for other.invalid:443")
    #expect(exchange.status == nil)
  }

  @Test(arguments: ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
  func `redirects are not followed`(status: String) async throws {
    let other = try LoopbackServer(.response(body: "{}"))
    let server = try LoopbackServer(.response(status, ["Location: \(other.url)/"], body: ""))
    let exchange = await server.exchange()
    #expect(exchange.ending == .complete)
    #expect(exchange.status == Int(status.prefix(3)))
    #expect(exchange[header: "location"] == "\(other.url)/")
    #expect(other.requests.isEmpty)
  }

  @Test func `a connection is used again once it is free`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let client = HTTPClient()
    let first = await server.exchange(by: client)
    let second = await server.exchange(by: client)
    #expect(first.reused == false)
    #expect(first.tcp != nil)
    #expect(first.tls == nil)
    #expect(second.reused == true)
    #expect(second.tcp == nil)
    #expect(server.connectionCount == 1)
  }

  @Test(arguments: [false, true])
  func `streams in flight have a connection each`(http2: Bool) async throws {
    let gate = Gate()
    let server = try LoopbackServer(.head(), .chunk("a"), .wait(gate), .chunk("b"), .lastChunk)
    let client = HTTPClient(configuration: .init(cachedConnections: 100, http2: http2))
    let exchanges = await withTaskGroup { group in
      for _ in 0..<100 { group.addTask { await server.exchange(by: client) } }
      await server.waitForRequests(100)
      gate.open()
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(exchanges.count == 100)
    #expect(exchanges.allSatisfy { $0.ending == .complete && $0.text == "ab" && $0.httpVersion == "1.1" })
    #expect(server.connectionCount == 100)
  }
}

struct DestinationTests {
  @Test(arguments: [
    "http://localhost/", "http://LOCALHOST:1/", "http://a.localhost/", "http://127.0.0.1:8080/v1",
    "http://127.255.0.9/", "http://127.1/", "https://[::1]:1/", "http://[0:0:0:0:0:0:0:1]/",
    "http://user:password@127.0.0.1/",
  ])
  func `this machine is known by its names`(url: String) {
    #expect(Destination(url)?.isLoopback == true)
  }

  @Test(arguments: [
    "http://localhost./", "http://localhost.example.com/", "http://notlocalhost/", "http://127.0.0.1.example.com/",
    "http://128.0.0.1/",
    "http://127.example/", "http://[::2]/", "https://openrouter.ai/api/v1",
  ])
  func `other machines are not taken for it`(url: String) {
    #expect(Destination(url)?.isLoopback == false)
  }

  @Test(arguments: [
    ("https://user:secret@Example.com/path?key=secret", "example.com:443"), ("http://[::1]/", "[::1]:80"),
    ("http://127.0.0.1:8099/v1", "127.0.0.1:8099"),
  ])
  func `a destination is described by host and port alone`(url: String, description: String) {
    #expect(Destination(url)?.description == description)
  }
}
