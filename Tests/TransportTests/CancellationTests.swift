import Support
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct CancellationTests {
  @Test func `a task that was cancelled before sends nothing`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await server.exchange()
    }
    #expect(await task.value.ending == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func `connecting can be cancelled`() async throws {
    let greeted = Gate()
    let server = try LoopbackServer(greeting: [.waitForClientToLeave(greeted)]) { _ in [] }
    let task = Task { await server.exchange { $0.url = "https://127.0.0.1:\(server.port)/" } }
    while server.connectionCount == 0 { await Task.yield() }
    task.cancel()
    let exchange = await task.value
    #expect(exchange.ending == .cancelled)
    #expect(exchange.sent == nil)
    await greeted.passage()
  }

  @Test func `waiting for an answer can be cancelled`() async throws {
    let left = Gate()
    let server = try LoopbackServer(.waitForClientToLeave(left))
    let task = Task { await server.exchange() }
    await server.waitForRequests(1)
    task.cancel()
    let exchange = await task.value
    #expect(exchange.ending == .cancelled)
    #expect(exchange.sent != nil)
    #expect(exchange.status == nil)
    await left.passage()
  }

  @Test func `a stream can be cancelled and keeps what had come`() async throws {
    let (left, seen) = (Gate(), Gate())
    let server = try LoopbackServer(.head(), .chunk("partial"), .waitForClientToLeave(left))
    let task = Task {
      await server.exchange {
        $0.deadlines.firstToken = 100 * .millisecond
        $0.holdsToken = { _ in
          seen.open()
          return true
        }
      }
    }
    await seen.passage()
    task.cancel()
    let exchange = await task.value
    #expect(exchange.ending == .cancelled)
    #expect(exchange.status == 200)
    #expect(exchange.text == "partial")
    await left.passage()
  }

  @Test func `cancelling one request leaves the others alone`() async throws {
    let gate = Gate()
    let server = try LoopbackServer(.wait(gate), .response(body: "{}"))
    let client = HTTPClient()
    let cancelled = Task { await server.exchange(by: client) }
    let other = Task { await server.exchange(by: client) }
    await server.waitForRequests(2)
    cancelled.cancel()
    #expect(await cancelled.value.ending == .cancelled)
    gate.open()
    #expect(await other.value.ending == .complete)
  }

  @Test func `closing the client cancels what is in flight and what comes later`() async throws {
    let server = try LoopbackServer(.wait(Gate()))
    let client = HTTPClient()
    async let inFlight = server.exchange(by: client)
    await server.waitForRequests(1)
    client.close()
    #expect(await inFlight.ending == .cancelled)
    #expect(await server.exchange(by: client).ending == .cancelled)
    client.close()
  }
}
