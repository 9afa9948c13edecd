import Testing

@testable import Simulator

/// HTTP/1.1 as clients of all manners speak it.
struct HTTPTests {
  @Test(arguments: [
    ("GET /models", "Bad Request: bad request line"),
    ("GET /models HTTP/2.0\r\nHost: x", "Bad Request: bad request line"),
    ("GET models HTTP/1.1\r\nHost: x", "Bad Request: bad request line"),
    ("G@T /models HTTP/1.1\r\nHost: x", "Bad Request: bad request line"),
    ("GET /models HTTP/1.1", "Bad Request: missing Host"),
    ("GET /models HTTP/1.1\r\nHost: x\r\nno colon", "Bad Request: bad header"),
    ("GET /models HTTP/1.1\r\nHost : x", "Bad Request: bad header"),
    ("GET /models HTTP/1.1\r\nHost: x\r\n folded: y", "Bad Request: bad header"),
    ("POST /key HTTP/1.1\r\nHost: x\r\nContent-Length: -1", "Bad Request: bad Content-Length"),
    ("POST /key HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2", "Bad Request: two lengths"),
    (
      "POST /key HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
      "Bad Request: bad Transfer-Encoding"
    ),
    ("POST /key HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip", "Bad Request: bad Transfer-Encoding"),
    ("POST /key HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz", "Bad Request: bad chunk"),
  ])
  func `what is not HTTP gets a 400 and the connection ends`(head: String, message: String) throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write(head + "\r\n\r\n")
    let response = try client.response()
    #expect(response.status == 400)
    #expect(response.text == #"{"error":{"message":"\#(message)","code":400}}"#)
    #expect(response["Connection"] == "close")
    #expect(client.isAtEnd())
  }

  @Test func `a body over the limit gets a 413, announced or not`() throws {
    let bench = try Bench()
    let head = "POST /chat/completions HTTP/1.1\r\nHost: x\r\n"
    let large = RequestReader.largestBody + 1
    for rest in [
      "Content-Length: \(large)\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n\(String(large, radix: 16))\r\n",
    ] {
      let client = try bench.client()
      client.write(head + rest)
      let response = try client.response()
      #expect(response.status == 413)
      #expect(response.text == #"{"error":{"message":"Request payload too large","code":413}}"#)
    }
  }

  @Test func `the answer to a body that is too large reaches a client that is still sending`() throws {
    let bench = try Bench()
    let client = try bench.client()
    let size = RequestReader.largestBody + 1
    client.write("POST /chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: \(size)\r\n\r\n")
    client.write([UInt8](repeating: 0x20, count: 2 << 20))
    #expect(try client.response().status == 413)
  }

  @Test func `a head over the limit gets a 431`() throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write("GET /models HTTP/1.1\r\nHost: x\r\nA: " + String(repeating: "a", count: RequestReader.largestHead))
    #expect(try client.response().status == 431)
  }

  @Test func `a connection serves one request after the other`() throws {
    let bench = try Bench()
    let client = try bench.client()
    for _ in 0..<3 {
      client.write(Bench.post(Bench.chat()))
      #expect(try client.response().text.hasSuffix("data: [DONE]\n\n"))
      client.write("GET /models HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(try client.response().status == 200)
    }
  }

  @Test func `requests sent at once are answered in their order`() throws {
    let bench = try Bench()
    let client = try bench.client()
    let models = ["tidewater/drift-9b:free", "sim/swift-otter-8b:free", "lanternworks/glacier-120b:free"]
    client.write(models.map { Bench.post(Bench.chat($0)) + "GET /none HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
    for model in models {
      #expect(try client.response().answers().first?.model == model)
      #expect(try client.response().status == 404)
    }
  }

  @Test func `a request may come byte by byte`() throws {
    let bench = try Bench()
    let client = try bench.client()
    for byte in Bench.post(Bench.chat(more: #","max_tokens":1"#)).utf8 { client.write([byte]) }
    #expect(try client.response().status == 200)
  }

  @Test(arguments: 1...12)
  func `a body may come in chunks, cut anywhere`(size: Int) throws {
    let body = Array(Bench.chat(more: #","max_tokens":1"#).utf8)
    var reader = RequestReader()
    var bytes = Array("POST /v1/key HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
    for start in stride(from: 0, to: body.count, by: size) {
      let chunk = body[start..<min(start + size, body.count)]
      bytes += Array("\(String(chunk.count, radix: 16));note=1\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    bytes += Array("0\r\nTrailer: x\r\n\r\n".utf8)
    for byte in bytes.dropLast() {
      withUnsafeBytes(of: byte) { reader.append($0) }
      #expect(try reader.next() == nil)
    }
    withUnsafeBytes(of: bytes[bytes.count - 1]) { reader.append($0) }
    #expect(try reader.next()?.body == body)
  }

  @Test func `who asks before sending a body is told to go on`() throws {
    let bench = try Bench()
    let client = try bench.client()
    let body = Bench.chat(more: #","max_tokens":1"#)
    client.write(
      "POST /chat/completions HTTP/1.1\r\nHost: x\r\n\(Bench.key)Expect: 100-continue\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n")
    #expect(try client.response(hasBody: false).status == 100)
    client.write(body)
    #expect(try client.response().status == 200)
  }

  @Test func `who asks before sending too much is told at once`() throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write(
      "POST /chat/completions HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 999999999\r\n\r\n")
    #expect(try client.response().status == 413)
  }

  @Test(arguments: ["HTTP/1.1\r\nHost: x\r\nConnection: TE, Close", "HTTP/1.0"])
  func `the connection ends with the answer where that is asked for`(version: String) throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write("GET /models \(version)\r\n\r\n")
    let response = try client.response()
    #expect(response.status == 200)
    #expect(response["Connection"] == "close")
    #expect(client.isAtEnd())
  }

  @Test func `a stream to an old client has no chunks and ends with the connection`() throws {
    let bench = try Bench()
    let client = try bench.client()
    let body = Bench.chat()
    client.write("POST /chat/completions HTTP/1.0\r\n\(Bench.key)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    let response = try client.response()
    #expect(response["Transfer-Encoding"] == nil)
    #expect(response.text.hasPrefix("data: {"))
    #expect(response.text.hasSuffix("data: [DONE]\n\n"))
  }

  @Test func `HEAD has the length of the body and no body`() throws {
    let bench = try Bench()
    let client = try bench.client()
    client.write("HEAD /models HTTP/1.1\r\nHost: x\r\n\r\nGET /models HTTP/1.1\r\nHost: x\r\n\r\n")
    let head = try client.response(hasBody: false)
    let whole = try client.response()
    #expect(head["Content-Length"] == String(whole.body.count))
  }
}
