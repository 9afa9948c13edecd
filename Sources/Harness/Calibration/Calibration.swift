package import Benchmark
internal import Transport

/// Measures the harness itself by whole runs, from suite to journal, against a server that tells its true times.
///
/// The server writes them into every chunk of its models `metronome/t50-g20-n100`.
package struct Calibration: Sendable {
  /// The server; it must speak of its own time.
  package var endpoint: Endpoint
  package var concurrency: Int
  /// Where the run's journal may stand; it is not kept.
  package var folder: String
  package var clock: RunClock
  package var send: Runner.Send

  package init(
    endpoint: Endpoint, concurrency: Int, folder: String, clock: RunClock, send: @escaping Runner.Send
  ) {
    self.endpoint = endpoint
    self.concurrency = concurrency
    self.folder = folder
    self.clock = clock
    self.send = send
  }

  /// What a run of paced streams and one without any pause showed; nil where no stream came through.
  ///
  /// - Throws: `FileError`.
  package func measure() async throws -> CalibrationRecord? {
    // A first round opens connections and warms caches; it is thrown away.
    _ = try await round(model: "metronome/t0-g0-n1", streams: concurrency, name: "warm")
    let streams = max(2 * concurrency, Calibration.fewestStreams)
    let paced = try await round(model: "metronome/t50-g20-n\(chunks)", streams: streams, name: "paced")
    let lanes = min(concurrency, 64)
    let flat = try await round(model: "metronome/t0-g0-n500", streams: max(lanes, 128), name: "flat")
    guard let ttft = CalibrationRecord.Spread(paced.firstToken), let chunk = CalibrationRecord.Spread(paced.chunk)
    else { return nil }
    return CalibrationRecord(
      concurrency: concurrency, streams: paced.firstToken.count, ttftError: ttft, chunkError: chunk,
      chunkRate: Double(flat.chunk.count) / flat.elapsed.seconds)
  }

  /// Streams begin evenly, as they do in a run that is under way: a crowd at once would measure the server's own crowd.
  private var spread: Duration { .milliseconds(20) + .microseconds(1_030 * concurrency) }

  /// Enough for a p95 that means something.
  private static let fewestStreams = 60

  /// Chunks of a stream: a second of them, or fewer where so few streams at once would take longer than five.
  private var chunks: Int {
    let milliseconds = 5_000 * concurrency / Calibration.fewestStreams
    return min(max((milliseconds - 50) / 20, 3), 50)
  }

  /// What one run saw.
  private struct CalibrationRound {
    var firstToken: [Nanoseconds]
    var chunk: [Nanoseconds]
    var elapsed: Nanoseconds
  }

  private func round(model: String, streams: Int, name: String) async throws -> CalibrationRound {
    let record = record(model: model, streams: streams)
    let journal = try JournalWriter(creating: "\(folder)/\(name).jsonl", now: clock.monotonic)
    try journal.write(.run(record))
    let start = clock.monotonic()
    let witness = TimestampVerifier(start: start)
    let send = send
    let runner = Runner(
      record: record, session: 0, start: start,
      requests: RequestBuilder(record: record, endpoint: endpoint, key: nil),
      admission: SpreadAdmission(first: concurrency, over: spread), journal: journal, clock: clock,
      send: { request in
        let exchange = await send(request)
        witness.note(exchange)
        return exchange
      }, tell: witness.note)
    _ = try await runner.run(record.plan.trials)
    let errors = witness.errors
    return CalibrationRound(firstToken: errors.firstToken, chunk: errors.chunk, elapsed: clock.monotonic() - start)
  }

  private func record(model: String, streams: Int) -> RunRecord {
    RunRecord(
      id: "calibration", created: clock.wall, tool: ToolVersion(name: "bakeoff", version: ""),
      suite: Suite(name: "calibration", prompts: [Prompt(id: "tick", text: "Keep time.")]),
      suiteSource: SuiteSource(path: "", sha256: ""),
      endpoints: [EndpointRecord(name: endpoint.name, baseURL: endpoint.base, dialect: endpoint.dialect.rawValue)],
      contestants: [Contestant(name: model, model: model, endpoint: endpoint.name)], repetitions: streams,
      concurrency: concurrency, deadlines: DeadlineRecord(), seed: 1)
  }
}
