internal import Benchmark
internal import Harness
internal import Transport

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A run as `bakeoff run` makes it, from a suite to its journal on disk, with a witness beside it.
struct MeasuredRun: Sendable {
  var shape: RunShape
  var endpoint: Endpoint
  /// Must exist and hold no journal.
  var folder: RunFolder

  func carryOut() async throws -> Samples {
    let client = HTTPClient(configuration: HTTPClient.Configuration(cachedConnections: shape.streams + 2))
    defer { client.close() }
    let clock = MeasuredRun.clock()
    let record = try record(at: clock.wall)
    let journal = try JournalWriter(creating: folder.journal, now: clock.monotonic)
    try journal.write(.run(record))
    await Service(endpoint: endpoint, key: nil, send: client.send).openConnections(min(shape.streams, shape.requests))
    let start = clock.monotonic()
    try journal.write(.session(session(at: clock.wall)))
    let witness = TimestampVerifier(start: start)
    let runner = Runner(
      record: record, session: 0, start: start, requests: RequestBuilder(record: record, endpoint: endpoint, key: nil),
      admission: SpreadAdmission(first: shape.streams, over: .microseconds(shape.spread)), journal: journal,
      clock: clock, send: { await MeasuredRun.send($0, by: client, witness) }, tell: witness.note)
    _ = try await runner.run(record.plan.trials)
    try journal.flush()
    let elapsed = clock.monotonic() - start
    let errors = witness.errors
    return Samples(
      elapsed: elapsed, peakMemory: PeakMemory.bytes, firstTokenErrors: errors.firstToken, chunkErrors: errors.chunk)
  }

  private static func send(_ request: HTTPRequest, by client: HTTPClient, _ witness: TimestampVerifier) async
    -> Exchange
  {
    let exchange = await client.send(request)
    witness.note(exchange)
    return exchange
  }

  private static func clock() -> RunClock {
    let epoch = ContinuousClock.now
    return RunClock(
      monotonic: { Monotonic.now },
      continuous: { Nanoseconds(epoch.duration(to: .now) / .nanoseconds(1)) },
      wallMilliseconds: { Int64((Date().timeIntervalSince1970 * 1000).rounded()) },
      sleep: { try await ContinuousClock().sleep(for: .nanoseconds($0)) })
  }

  private func record(at wall: String) throws -> RunRecord {
    let file = shape.suite
    guard let suite = SuiteReader.read(file, path: "bench.json").suite else {
      throw BenchFailure("The benchmark's own suite cannot be read.")
    }
    return RunRecord(
      id: folder.id, created: wall, tool: ToolVersion(name: "bakeoff-bench", version: "1"), suite: suite,
      suiteSource: SuiteSource(path: "bench.json", sha256: SHA256.hex(file)),
      endpoints: [
        EndpointRecord(name: endpoint.name, baseURL: endpoint.base, dialect: endpoint.dialect.rawValue)
      ],
      contestants: shape.contestants(at: endpoint.name), repetitions: shape.repetitions, concurrency: shape.streams,
      deadlines: DeadlineRecord(), seed: 1)
  }

  private func session(at wall: String) -> SessionRecord {
    SessionRecord(session: 0, wall: wall, host: "localhost", boot: nil, transport: HTTPClient.version)
  }
}
