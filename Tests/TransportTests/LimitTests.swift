import Support
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct LimitTests {
  /// An answer, the limits it meets, and how it has to end.
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var answer: [LoopbackServer.Step]
    var limits: HTTPRequest.Limits
    var ending: Ending

    init(_ name: String, _ answer: [LoopbackServer.Step], _ limits: HTTPRequest.Limits, _ ending: Ending) {
      testDescription = name
      self.answer = answer
      self.limits = limits
      self.ending = ending
    }
  }

  private static let headers = (0..<20).map { "X-\($0): \(String(repeating: "a", count: 95))" }
  private static let hugeHeader = "X-Huge: " + String(repeating: "a", count: 200_000)
  private static let interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"

  static let rows = [
    Row("header bytes", [.head("200 OK", headers)], .init(headerBytes: 2_000), .tooLarge(.headers)),
    Row("header lines", [.head("200 OK", headers)], .init(headerCount: 20), .tooLarge(.headers)),
    Row(
      "headers for ever", [.text("HTTP/1.1 200 OK\r\n"), .sendForever(Array("X: y\r\n".utf8))], .init(),
      .tooLarge(.headers)),
    Row("one huge header", [.head("200 OK", [hugeHeader])], .init(), .tooLarge(.headers)),
    Row("interim responses for ever", [.sendForever(Array(interim.utf8))], .init(), .tooLarge(.headers)),
    Row(
      "headers within", [.response("200 OK", headers, body: "{}")], .init(headerBytes: 2_500, headerCount: 23),
      .complete),

    Row("body over by one", [.response(body: "123456")], .init(bodyBytes: 5), .tooLarge(.body)),
    Row("body within", [.response(body: "12345")], .init(bodyBytes: 5), .complete),
    Row(
      "body for ever", [.head(), .sendForever(Array("4\r\n1234\r\n".utf8))], .init(bodyBytes: 10_001), .tooLarge(.body)),

    Row("line over by one", [.response(body: "1234\n12345")], .init(lineBytes: 4), .tooLarge(.line)),
    Row("line over, then ended", [.response(body: "12345\n1")], .init(lineBytes: 4), .tooLarge(.line)),
    Row("lines within", [.response(body: "1234\n1234\n\n1234")], .init(lineBytes: 4), .complete),
    Row(
      "line of several chunks", [.head(), .chunk("12"), .chunk("34"), .chunk("5")], .init(lineBytes: 4),
      .tooLarge(.line)),
    Row(
      "line for ever", [.head(), .sendForever(Array("4\r\n1234\r\n".utf8))], .init(lineBytes: 10_000), .tooLarge(.line)),
  ]

  @Test(arguments: rows) func `an answer may grow to its limits`(row: Row) async throws {
    let server = try LoopbackServer { _ in row.answer }
    let exchange = await server.exchange { $0.limits = row.limits }
    #expect(exchange.ending == row.ending)
    #expect(exchange.body.count <= row.limits.bodyBytes)
  }

  @Test func `what fits of a body is kept`() async throws {
    let server = try LoopbackServer(.response(body: "1234567890"))
    let exchange = await server.exchange { $0.limits.bodyBytes = 7 }
    #expect(exchange.text == "1234567")
    #expect(exchange.reads.last?.end == 7)
    #expect(exchange.status == 200)
  }

  /// Large pieces for ever.
  private static let flood: [LoopbackServer.Step] = [
    .head(), .sendForever(Array("4000\r\n\(String(repeating: "x", count: 0x4000))\r\n".utf8)),
  ]

  @Test func `of what is too large the beginning is kept, with the reads that brought it`() async throws {
    let server = try LoopbackServer { _ in Self.flood }
    let exchange = await server.exchange { $0.limits.bodyBytes = 4 << 20 }
    #expect(exchange.ending == .tooLarge(.body))
    #expect(exchange.body.count == 1 << 20)
    #expect(exchange.reads.last?.end == 1 << 20)
    #expect(exchange.reads.map(\.end) == exchange.reads.map(\.end).sorted())
  }

  @Test func `bodies in flight share a budget: the largest of them ends, and no other`() async throws {
    var configuration = HTTPClient.Configuration()
    configuration.bodyBytes = 8 << 20
    let client = HTTPClient(configuration: configuration)
    let flood = try LoopbackServer { _ in Self.flood }
    let gate = Gate()
    let patient = try LoopbackServer { _ in [.head(), .chunk("12"), .wait(gate), .chunk("34"), .lastChunk] }
    async let small = patient.exchange(by: client)
    let large = await flood.exchange(by: client)
    #expect(large.ending == .tooLarge(.body))
    #expect(large.bytesReceived < 32 << 20)
    gate.open()
    let whole = await small
    #expect(whole.ending == .complete)
    #expect(whole.text == "1234")
    let later = await flood.exchange(by: client) { $0.limits.bodyBytes = 1 << 20 }
    #expect(later.body.count == 1 << 20, "the budget is free again")
  }
}
