import Support
import Synchronization
import Testing

@testable import Transport

/// Responses that go on behind all that is wanted of them: here that is the word `[DONE]`.
@Suite(.timeLimit(.minutes(5)))
struct CompletionTests {
  private static let done = Array("[DONE]".utf8)

  private static func completion(grace: Int64, isReached: Bool = true) -> HTTPRequest.Completion {
    HTTPRequest.Completion(
      grace: grace,
      mayStand: { bytes in bytes.indices.contains { bytes[$0...].starts(with: done) } }, isReached: { _ in isReached })
  }

  // SAD PATH

  @Test func `a response left open is closed when its grace is over`() async throws {
    let left = Gate()
    let server = try LoopbackServer(.head(), .chunk("text [DONE]"), .waitForClientToLeave(left))
    let exchange = await server.exchange { $0.completion = Self.completion(grace: 30 * .millisecond) }
    #expect(exchange.ending == .leftOpen)
    #expect(exchange.text == "text [DONE]")
    #expect(try exchange.ended - #require(exchange.reads.last).at >= 30 * .millisecond)
    await left.passage()
  }

  @Test func `signs of life behind the end do not put it off`() async throws {
    let server = try LoopbackServer(.head(), .chunk("[DONE]"), .sendForever(Array("1\r\n:\r\n".utf8)))
    let exchange = await server.exchange { $0.completion = Self.completion(grace: 30 * .millisecond) }
    #expect(exchange.ending == .leftOpen)
  }

  @Test func `an end that comes in two reads is seen`() async throws {
    let gate = Gate()
    let server = try LoopbackServer(.head(), .chunk("text [DO"), .wait(gate), .chunk("NE]"), .wait(Gate()))
    let client = HTTPClient()
    async let answer = server.exchange(by: client) { request in
      request.completion = HTTPRequest.Completion(
        grace: 1,
        mayStand: { bytes in
          gate.open()
          return bytes.indices.contains { bytes[$0...].starts(with: Self.done) }
        }, isReached: { _ in true })
    }
    #expect(await answer.ending == .leftOpen)
  }

  @Test func `what only looks like the end goes on, and has its other deadlines`() async throws {
    let server = try LoopbackServer(.head(), .chunk("he said [DONE]"), .wait(Gate()))
    let exchange = await server.exchange {
      $0.deadlines.gap = 60 * .millisecond
      $0.completion = Self.completion(grace: 10 * .millisecond, isReached: false)
    }
    #expect(exchange.ending == .timedOut(.gap))
  }

  @Test func `a connection that breaks behind the end is told as broken`() async throws {
    let server = try LoopbackServer(.head(), .chunk("[DONE]"), .reset)
    let exchange = await server.exchange { $0.completion = Self.completion(grace: 60 * .second) }
    #expect(exchange.failure?.kind == .network)
    #expect(exchange.text == "[DONE]")
  }

  // HAPPY PATH

  @Test func `a response that ends within its grace keeps its connection`() async throws {
    let server = try LoopbackServer(.head(), .chunk("[DONE]"), .lastChunk)
    let client = HTTPClient()
    for _ in 0..<2 {
      let exchange = await server.exchange(by: client) { $0.completion = Self.completion(grace: 60 * .second) }
      #expect(exchange.ending == .complete)
    }
    #expect(server.connectionCount == 1)
  }

  @Test func `nothing is asked about a body without the word`() async throws {
    let server = try LoopbackServer(.head(), .chunk("text"), .lastChunk)
    let asked = Mutex(0)
    let exchange = await server.exchange {
      $0.completion = HTTPRequest.Completion(
        grace: 0, mayStand: { _ in false },
        isReached: { _ in
          asked.withLock { $0 += 1 }
          return true
        })
    }
    #expect(exchange.ending == .complete)
    #expect(asked.withLock { $0 } == 0)
  }
}
