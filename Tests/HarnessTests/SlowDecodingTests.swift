import Benchmark
import Foundation
import Simulator
import Support
import Testing
import Transport

@testable import Harness

/// Decoding begins when a stream has ended, away from the transport's thread: however slow it is, no stamp waits for it.
@Suite(.timeLimit(.minutes(1))) struct SlowDecodingTests {
  /// How long the decoder takes for each answer.
  private static let pause = 0.2

  @Test func `stamps are the same however long decoding takes`() async throws {
    let simulator = Simulator(SimulatorSettings(freeTier: nil, requiresKey: false))
    let endpoint = try Endpoint("http://127.0.0.1:\(try simulator.start())/v1")
    let client = HTTPClient()
    let folder = TemporaryFolder()
    let start = Monotonic.now
    let witness = Witness(start: start)
    let record = record(at: endpoint)
    let journal = try JournalWriter(creating: folder.path("run.jsonl"), now: { Monotonic.now })
    try journal.write(.run(record))
    var runner = Runner(
      record: record, session: 0, start: start,
      requests: RequestBuilder(record: record, endpoint: endpoint, key: nil),
      admission: RateLimiter(bucket: nil, clock: ContinuousClock()),
      journal: journal,
      clock: RunClock(
        monotonic: { Monotonic.now }, continuous: { Monotonic.now }, wallMilliseconds: { 0 }, sleep: { _ in }),
      send: { request in
        let exchange = await client.send(request)
        witness.note(exchange)
        return exchange
      }, tell: { _ in })
    let decode = runner.reader.decode
    runner.reader.decode = { exchange, streamed in
      Thread.sleep(forTimeInterval: SlowDecodingTests.pause)
      return decode(exchange, streamed)
    }
    _ = try await runner.run(record.plan.trials)
    client.close()
    let late = witness.errors.chunk.sorted()
    #expect(late.count == 124)
    let median = try #require(late.dropFirst(late.count / 2).first).seconds
    #expect(median < SlowDecodingTests.pause / 2)
  }

  /// Short answers end at once and keep every decoding thread busy while the long ones are still coming.
  private func record(at endpoint: Endpoint) -> RunRecord {
    var record = RunRecord.sample
    record.suite.prompts = PromptList(record.suite.prompts.dropLast())
    record.contestants = ["metronome/t0-g0-n1", "metronome/t10-g20-n30"].map {
      Contestant(name: $0, model: $0, endpoint: endpoint.name)
    }
    record.repetitions = 4
    record.concurrency = 8
    return record
  }
}
