import Benchmark
import Foundation
import Simulator
import Support
import Synchronization
import Testing
import Transport

@testable import Harness

/// Decoding begins when a stream has ended, away from the transport's thread: however slow it is, no stamp waits for it.
@Suite(.timeLimit(.minutes(5))) struct SlowDecodingTests {
  @Test func `stamps are taken while every decoding thread is busy`() async throws {
    let simulator = Simulator(SimulatorSettings(freeTier: nil, requiresKey: false))
    let endpoint = try Endpoint("http://127.0.0.1:\(try simulator.start())/v1")
    let client = HTTPClient()
    let folder = TemporaryFolder()
    let start = Monotonic.now
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
        // No answer is decoded before the server has all requests: nobody could send what is missing.
        while simulator.counts.chatsByModel.values.reduce(0, +) < record.plan.trials.count {
          try? await Task.sleep(for: .milliseconds(2))
        }
        return exchange
      }, tell: { _ in })
    let decode = runner.reader.decode
    let decoded = Mutex<Nanoseconds?>(nil)
    let niceness = Mutex(Set<Int32>())
    runner.reader.decode = { exchange, streamed in
      // Every thread of the pool waits here until the long answers are served.
      while simulator.counts.lateness.writes < Self.chunks { usleep(1_000) }
      decoded.withLock { $0 = $0 ?? Monotonic.now - start }
      #if os(Linux)
        niceness.withLock { _ = $0.insert(getpriority(.init(PRIO_PROCESS.rawValue), 0)) }
      #endif
      return decode(exchange, streamed)
    }
    _ = try await runner.run(record.plan.trials)
    client.close()
    let first = try #require(decoded.withLock { $0 })
    let long = try JournalReader.load(folder.path("run.jsonl")).attempts.filter { $0.reads.count > 1 }
    #if os(Linux)
      #expect(niceness.withLock { $0 } == [5], "what decodes lets other threads go first")
    #endif
    #expect(long.count == 4)
    #expect(long.allSatisfy { $0.timeline.firstToken.map { $0 < first } ?? false })
  }

  /// Four answers of one chunk, four of thirty.
  private static let chunks = 4 + 4 * 30

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
