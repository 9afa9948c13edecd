internal import Benchmark
internal import Harness
internal import Simulator
internal import Transport

/// Runs the harness against a server in this process and tells how far its stamps are from the truth.
struct Doctor: Sendable {
  var concurrency: Int

  /// - Throws: `Failure`.
  func examine(in context: Context) async throws -> CalibrationRecord {
    var settings = SimulatorSettings()
    settings.freeTier = nil
    settings.requiresKey = false
    let simulator = Simulator(settings)
    let endpoint = try Endpoint("http://127.0.0.1:\(try simulator.start())/v1")
    defer { simulator.stop() }
    let client = HTTPClient(concurrency: concurrency)
    defer { client.close() }
    let folder = try ScratchFolder(
      "\(context.environment["TMPDIR"] ?? "/tmp")/bakeoff-doctor-\(String(context.random(), radix: 16))")
    let calibration = Calibration(
      endpoint: endpoint, concurrency: concurrency, folder: folder.path, clock: context.clock, send: client.send)
    guard let record = try await calibration.measure() else {
      try Task.checkCancellation()
      throw Failure(.unavailable, "No stream came through: are there enough file descriptors ('ulimit -n')?")
    }
    return record
  }
}
