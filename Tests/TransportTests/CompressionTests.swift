import Support
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct CompressionTests {
  // printf 'data: hello\n\n' | gzip -n9: 33 bytes
  private static let hello = bytes("1f8b08000000000002034b492c49b452c848cdc9c9e7e202001d739dd40d000000")

  // head -c 100000 /dev/zero | gzip -n9: 133 bytes
  private static let bomb = bytes(
    "1f8b0800000000000203edc13101000000c2a0f54f6d0d0fa0" + String(repeating: "00", count: 96)
      + "8057037d9511d4a0860100")

  @Test func `a broken body is malformed`() async throws {
    var broken = Self.hello
    broken[12] ^= 0xff
    let exchange = try await exchange(broken)
    #expect(exchange.failure?.kind == .malformed)
    #expect(exchange.failure?.message == "the compression of the body is broken")
  }

  @Test func `a compression that nobody knows is malformed`() async throws {
    let server = try LoopbackServer(.response("200 OK", ["Content-Encoding: x-made-up"], body: "abc"))
    let failure = await server.exchange().failure
    #expect(failure?.kind == .malformed)
    #expect(failure?.message == "the compression of the body is of an unknown kind")
  }

  @Test func `a small body that grows over the limit is too large`() async throws {
    let exchange = try await exchange(Self.bomb) { $0.limits.bodyBytes = 50_000 }
    #expect(exchange.ending == .tooLarge(.body))
    #expect(exchange.body.count == 50_000)
  }

  @Test func `a large body within the limit is whole`() async throws {
    let exchange = try await exchange(Self.bomb) { $0.limits.bodyBytes = 100_000 }
    #expect(exchange.ending == .complete)
    #expect(exchange.body == [UInt8](repeating: 0, count: 100_000))
  }

  @Test func `a body is decoded, and its bytes are counted as they came`() async throws {
    let exchange = try await exchange(Self.hello)
    #expect(exchange.ending == .complete)
    #expect(exchange.text == "data: hello\n\n")
    #expect(exchange.bytesReceived == Self.hello.count)
  }

  @Test func `gzip is asked for only where it is accepted`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    _ = await server.exchange { $0.acceptsGzip = true }
    _ = await server.exchange { $0.acceptsGzip = false }
    #expect(server.requests.map { $0[header: "accept-encoding"] } == ["gzip", "identity"])
  }

  @Test func `what comes compressed without being asked for is decoded, and cannot outgrow its limit`() async throws {
    #expect(try await exchange(Self.hello) { $0.acceptsGzip = false }.text == "data: hello\n\n")
    let bomb = try await exchange(Self.bomb) {
      $0.acceptsGzip = false
      $0.limits.bodyBytes = 99_999
    }
    #expect(bomb.ending == .tooLarge(.body))
  }

  private func exchange(
    _ body: [UInt8], adjust: (inout HTTPRequest) -> Void = { _ in }
  ) async throws -> Exchange {
    let server = try LoopbackServer(.response("200 OK", ["Content-Encoding: gzip"], body: body))
    return await server.exchange {
      $0.acceptsGzip = true
      adjust(&$0)
    }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
  }
}
