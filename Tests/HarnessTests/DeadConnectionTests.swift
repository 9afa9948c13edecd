import Benchmark
import Support
import Synchronization
import Testing
import Transport

@testable import Harness

/// A reused connection that was dead before a byte of the response came: it says nothing about the model.
@Suite(.timeLimit(.minutes(5))) struct DeadConnectionTests {
  private static func dead(bytesSent: Int) -> Exchange {
    let failure = TransportFailure(kind: .deadConnection, curlCode: 42, message: "the reused connection to a was dead")
    var exchange = Exchange.failed(.failed(failure))
    exchange.reused = true
    exchange.bytesSent = bytesSent
    return exchange
  }

  /// A run of one trial that gets these exchanges, the last of them again and again.
  private func run(
    _ exchanges: [Exchange], admission: Counter = Counter(), retries: Int = 0
  ) async throws -> (requests: [HTTPRequest], attempts: [AttemptRecord]) {
    var record = RunRecord.sample
    record.suite.prompts = PromptList(record.suite.prompts.dropLast())
    record.contestants.removeLast()
    let sent = Mutex(0)
    let road = Road(record, admission: admission, retries: retries) { _, _ in
      sent.withLock { sent in
        defer { sent += 1 }
        return exchanges[min(sent, exchanges.count - 1)]
      }
    }
    let run = try await road.run().run
    return (road.requests, Array(run.attempts))
  }

  // SAD PATH

  @Test func `a second dead connection is a failure: nothing is sent a third time at once`() async throws {
    let (requests, attempts) = try await run([Self.dead(bytesSent: 9)])
    #expect(requests.count == 2)
    #expect(attempts.map(\.outcome.kind) == [.network])
    #expect(attempts.first?.outcome.message == "the reused connection to a was dead")
  }

  @Test func `where the request may not be counted again, it is not sent again at once`() async throws {
    let counter = Counter(allows: false)
    let (requests, attempts) = try await run([Self.dead(bytesSent: 9), .stream], admission: counter, retries: 2)
    #expect(requests.map(\.opensConnection) == [false, false])
    #expect(attempts.map(\.outcome.kind) == [.network, .ok])
    #expect(await counter.counts == [2, 1])
  }

  @Test func `other failures are not sent again at once`() async throws {
    for kind in [TransportFailure.Kind.network, .malformed, .tls] {
      let failure = TransportFailure(kind: kind, curlCode: 56, message: "broken")
      #expect(try await run([.failed(.failed(failure))]).requests.count == 1)
    }
  }

  // HAPPY PATH

  @Test func `the request is sent again on a new connection, as one attempt that says so`() async throws {
    let counter = Counter()
    let (requests, attempts) = try await run([Self.dead(bytesSent: 300), .stream], admission: counter)
    #expect(requests.map(\.opensConnection) == [false, true])
    #expect(attempts.map(\.outcome.kind) == [.ok])
    #expect(attempts.first?.attempt == 1)
    #expect(attempts.first?.notes == ["a reused connection was dead: the request was sent again at once on a new one"])
    #expect(attempts.first?.connection.reused == false)
    #expect(
      attempts.first?.connection.dead
        == .init(message: "the reused connection to a was dead", curlCode: 42, bytesSent: 300))
    #expect(attempts.first?.timeline.sent == 2_000_000)
    #expect(await counter.counts == [1, 1])
  }

  @Test func `what had not left is not counted again`() async throws {
    let counter = Counter()
    #expect(
      try await run([Self.dead(bytesSent: 0), .stream], admission: counter).attempts.map(\.outcome.kind) == [.ok])
    #expect(await counter.counts == [1, 0])
  }

  @Test(arguments: [[LoopbackServer.Step.close], [.reset]])
  func `a server that closes idle connections costs nothing`(end: [LoopbackServer.Step]) async throws {
    let server = try LoopbackServer { request in request.number == 1 ? end : [.response(body: "{}")] }
    let client = HTTPClient()
    let request = HTTPRequest(url: server.url, body: Array("{}".utf8))
    let first = await request.sent(by: client.send)
    let second = await request.sent(by: client.send)
    let third = await request.sent(by: client.send)
    #expect([first, second, third].map(\.ending) == [.complete, .complete, .complete])
    #expect([first, second, third].map { $0.deadConnection == nil } == [true, false, true])
    #expect(try #require(second.deadConnection).bytesSent > 0)
    #expect([first, second, third].map(\.reused) == [false, false, true])
    #expect(server.requests.count == 4)
  }
}

/// Counts who is admitted, and who at once.
private actor Counter: Admission {
  private let allows: Bool
  private(set) var counts = [0, 0]

  init(allows: Bool = true) { self.allows = allows }

  func admit(_ trial: Trial) { counts[0] += 1 }

  func admitAgain(_ trial: Trial) -> Bool {
    counts[1] += 1
    return allows
  }

  func hold(for time: Duration) {}
  func learn(limit: Int, window: Nanoseconds) {}
  func close() {}
  var waiting: Int { 0 }
}
