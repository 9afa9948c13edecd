import Support
import Synchronization
import Testing

@testable import Transport

@Suite(.timeLimit(.minutes(5)))
struct DeadlineTests {
  @Test func `a server that does not answer strikes the first-token deadline`() async throws {
    let server = try LoopbackServer(.wait(Gate()))
    let exchange = await server.exchange { $0.deadlines = .init(firstToken: 30 * .millisecond, total: 60 * .second) }
    #expect(exchange.ending == .timedOut(.firstToken))
    #expect(try exchange.ended - #require(exchange.sent) >= 30 * .millisecond)
    #expect(exchange.status == nil)
    #expect(exchange.reused == false)
  }

  @Test func `a stream that falls silent strikes the gap deadline and keeps what had come`() async throws {
    let server = try LoopbackServer(.head(), .chunk("partial"), .wait(Gate()))
    let exchange = await server.exchange { $0.deadlines = .init(gap: 30 * .millisecond, total: 60 * .second) }
    #expect(exchange.ending == .timedOut(.gap))
    #expect(exchange.text == "partial")
    #expect(exchange.status == 200)
    #expect(try exchange.ended - #require(exchange.reads.last).at >= 30 * .millisecond)
  }

  @Test func `a stream that does not end strikes the total deadline`() async throws {
    let server = try LoopbackServer(.head(), .sendForever(Array("1\r\n:\r\n".utf8)))
    let exchange = await server.exchange { $0.deadlines = .init(gap: 60 * .second, total: 50 * .millisecond) }
    #expect(exchange.ending == .timedOut(.total))
    #expect(try exchange.ended - #require(exchange.sent) >= 50 * .millisecond)
  }

  @Test func `a handshake that is not answered strikes the connect deadline`() async throws {
    let server = try LoopbackServer(greeting: [.wait(Gate())]) { _ in [] }
    let exchange = await server.exchange {
      $0.url = "https://127.0.0.1:\(server.port)/"
      $0.deadlines = .init(connect: 30 * .millisecond)
    }
    #expect(exchange.ending == .timedOut(.connect))
    #expect(exchange.ended - exchange.started >= 30 * .millisecond)
    #expect(exchange.sent == nil)
    #expect(exchange.reused == nil)
  }

  @Test func `an answer in time strikes nothing`() async throws {
    let server = try LoopbackServer(.response(body: "{}"))
    let hour = 3_600 * Int64.second
    let exchange = await server.exchange {
      $0.deadlines = .init(connect: hour, firstToken: hour, gap: .max, total: .max)
    }
    #expect(exchange.ending == .complete)
  }

  @Test func `a body without a token is given up`() async throws {
    let asked = Mutex<[[UInt8]]>([])
    let server = try LoopbackServer(.head(), .chunk(": waiting\n\n"), .wait(Gate()))
    let exchange = await server.exchange {
      $0.deadlines.firstToken = 100 * .millisecond
      $0.holdsToken = { body in
        asked.withLock { $0.append(body) }
        return false
      }
    }
    #expect(exchange.ending == .timedOut(.firstToken))
    #expect(asked.withLock { $0 } == [exchange.body])
    #expect(exchange.text == ": waiting\n\n")
  }

  @Test func `a body with a token goes on`() async throws {
    let gate = Gate()
    let server = try LoopbackServer(.head(), .chunk("data: token\n\n"), .wait(gate), .lastChunk)
    let questions = Milestone()
    async let answer = server.exchange {
      $0.deadlines.firstToken = 30 * .millisecond
      $0.holdsToken = { _ in
        questions.advance()
        return true
      }
    }
    await questions.reach(1)
    gate.open()
    #expect(await answer.ending == .complete)
    #expect(questions.count == 1)
  }

  @Test func `the total deadline still strikes a body with a token`() async throws {
    let server = try LoopbackServer(.head(), .wait(Gate()))
    let exchange = await server.exchange {
      $0.deadlines = .init(firstToken: 10 * .millisecond, total: 40 * .millisecond)
      $0.holdsToken = { _ in true }
    }
    #expect(exchange.ending == .timedOut(.total))
  }
}

/// The arithmetic of deadlines, without a clock.
struct DeadlineWatchTests {
  private let all = HTTPRequest.Deadlines(connect: 5, firstToken: 60, gap: 30, total: 300)

  @Test func `without deadlines nothing strikes`() {
    var watch = DeadlineWatch(.init(), started: 0)
    watch.sent(at: 1)
    watch.read(at: 2)
    #expect(watch.next == nil)
  }

  @Test func `connecting has its own deadline, from the start`() {
    expect(.connect, at: 105, DeadlineWatch(all, started: 100))
  }

  @Test func `the first token is due from sent`() {
    var watch = DeadlineWatch(all, started: 100)
    watch.sent(at: 103)
    expect(.firstToken, at: 163, watch)
  }

  @Test func `every read moves the gap`() {
    var watch = DeadlineWatch(all, started: 100)
    watch.sent(at: 103)
    watch.read(at: 110)
    expect(.gap, at: 140, watch)
    watch.read(at: 120)
    expect(.gap, at: 150, watch)
  }

  @Test func `reads do not move the first token, nor the total`() {
    var watch = DeadlineWatch(all, started: 0)
    watch.sent(at: 0)
    watch.read(at: 59)
    expect(.firstToken, at: 60, watch)
    watch.disarmFirstToken()
    expect(.gap, at: 89, watch)
    watch.read(at: 299)
    expect(.total, at: 300, watch)
  }

  @Test func `of two at once the earlier phase strikes`() {
    var watch = DeadlineWatch(.init(firstToken: 7, total: 7), started: 0)
    watch.sent(at: 0)
    expect(.firstToken, at: 7, watch)
  }

  @Test func `what may complete the body is asked about before anything is given up`() {
    var watch = DeadlineWatch(.init(total: 7), started: 0)
    watch.sent(at: 0)
    let armed = [watch.mayBeComplete(at: 2, grace: 3), watch.mayBeComplete(at: 4, grace: 3)]
    #expect(armed == [true, false])
    #expect(watch.next?.alarm == .completion)
    #expect(watch.next?.at == 7)
    watch.disarmCompletion()
    expect(.total, at: 7, watch)
  }

  @Test func `a deadline beyond the end of time does not overflow`() {
    expect(.connect, at: .max, DeadlineWatch(.init(connect: .max), started: 1))
  }

  private func expect(_ deadline: Ending.Deadline, at time: Int64, _ watch: DeadlineWatch) {
    #expect(watch.next?.alarm == .deadline(deadline))
    #expect(watch.next?.at == time)
  }
}
