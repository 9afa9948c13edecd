import Benchmark
import Testing
import Transport

@testable import Harness

@Suite struct WitnessTests {
  private static let first = "data: {\"t0\":1000,\"t\":1400,\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n"
  private static let second = "data: {\"t0\":1000,\"t\":1600,\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n"

  /// An answer of two chunks, cut into reads that end at these places, the first of them at 1,500 and each 200 later.
  private static func exchange(endingAt ends: [Int]) -> Exchange {
    var exchange = Exchange(started: 900, ended: 9_000, ending: .complete)
    exchange.sent = 950
    exchange.body = Array((first + second).utf8)
    exchange.reads = ends.enumerated().map { Exchange.Read(at: 1_500 + 200 * Int64($0), end: $1) }
    return exchange
  }

  private static func finished(firstToken: Nanoseconds?, sent: Nanoseconds?) -> RunEvent {
    .finished(
      Trial(number: 0, block: 0, prompt: 0, contestant: 0, repetition: 1),
      AttemptRecord(
        session: 0, trial: 0, prompt: "p1", contestant: "client 1", repetition: 1, wall: "",
        timeline: Timeline(queued: 0, admitted: 0, sent: sent, firstToken: firstToken, ended: 9_000),
        requestedModel: "sim", outcome: Outcome(.ok)))
  }

  @Test(arguments: [
    ([first.utf8.count, (first + second).utf8.count], [100, 100]),
    ([(first + second).utf8.count], [100, -100]),
    ([first.utf8.count - 1, (first + second).utf8.count], [300, 100]),
    ([first.utf8.count], [100]),
    ([], []),
  ])
  func `a chunk was seen by the read that brought its end`(ends: [Int], errors: [Nanoseconds]) {
    let witness = TimestampVerifier(start: 0)
    witness.note(Self.exchange(endingAt: ends))
    #expect(witness.errors.chunk == errors)
  }

  @Test func `the error of a first token is what the harness recorded less what the server took`() {
    let witness = TimestampVerifier(start: 500)
    witness.note(Self.exchange(endingAt: [200]))
    witness.note(Self.finished(firstToken: 1_000, sent: 450))
    #expect(witness.errors.firstToken == [(1_000 - 450) - (1_400 - 1_000)])
  }

  @Test(arguments: [(nil, 450), (1_000, nil), (1_000, 451)] as [(Nanoseconds?, Nanoseconds?)])
  func `a request without both accounts has no error`(firstToken: Nanoseconds?, sent: Nanoseconds?) {
    let witness = TimestampVerifier(start: 500)
    witness.note(Self.exchange(endingAt: [200]))
    witness.note(Self.finished(firstToken: firstToken, sent: sent))
    #expect(witness.errors.firstToken.isEmpty)
  }
}
