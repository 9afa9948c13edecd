import Support
import Testing
import Transport

@Suite(.timeLimit(.minutes(5)))
struct LoopbackServerTests {
  @Test func `a server that closes lets nobody wait`() async throws {
    let server = try LoopbackServer(.wait(Gate()))
    async let answer = server.exchange()
    await server.waitForRequests(1)
    server.close()
    #expect(await answer.failure?.kind == .network)
  }

  @Test func `the script sees what is asked`() async throws {
    let server = try LoopbackServer { request in
      [.response(body: "\(request.number) \(request.connection) \(request.method) \(request.path) \(request.text)")]
    }
    let client = HTTPClient()
    #expect(await server.exchange(by: client, body: "a").text == "0 0 POST /v1/chat/completions a")
    #expect(await server.exchange(by: client, body: "b").text == "1 0 POST /v1/chat/completions b")
    #expect(await server.exchange(body: "c").text == "2 1 POST /v1/chat/completions c")
  }

  @Test func `a gate stays open`() async {
    let gate = Gate()
    #expect(!gate.isOpen)
    gate.open()
    gate.open()
    await gate.passage()
    #expect(gate.isOpen)
  }

  @Test func `a cancelled wait for a gate returns`() async {
    let gate = Gate()
    let visitor = Task { await gate.passage() }
    visitor.cancel()
    await visitor.value
    #expect(!gate.isOpen)
  }

  @Test func `a milestone wakes those whose count is reached`() async {
    let milestone = Milestone()
    let early = Task { await milestone.reach(1) }
    let late = Task { await milestone.reach(3) }
    milestone.advance()
    await early.value
    milestone.advance()
    milestone.advance()
    await late.value
    #expect(milestone.count == 3)
  }
}
