/// What the harness itself adds to a measurement on this machine, found against a server that keeps true time.
///
/// Errors are nanoseconds: of a TTFT, (first_token − sent) less what the server itself took; of a chunk, when it was
/// seen less when it was written. The server ran in the same process, so all are upper bounds.
package struct CalibrationRecord: Codable, Hashable, Sendable {
  package var session: Int
  /// Streams side by side.
  package var concurrency: Int
  /// Streams measured.
  package var streams: Int
  package var ttftError: Spread
  package var chunkError: Spread
  /// Chunks a second that the harness keeps up with.
  package var chunkRate: Double

  package init(
    session: Int = 0, concurrency: Int, streams: Int, ttftError: Spread, chunkError: Spread, chunkRate: Double
  ) {
    self.session = session
    self.concurrency = concurrency
    self.streams = streams
    self.ttftError = ttftError
    self.chunkError = chunkError
    self.chunkRate = chunkRate
  }

  package enum CodingKeys: String, CodingKey {
    case session, concurrency, streams
    case ttftError = "ttft_error_ns"
    case chunkError = "chunk_error_ns"
    case chunkRate = "chunks_per_s"
  }

  /// Three points of a distribution, in nanoseconds.
  package struct Spread: Codable, Hashable, Sendable {
    package var p5: Double
    package var median: Double
    package var p95: Double

    package init(p5: Double, median: Double, p95: Double) {
      self.p5 = p5
      self.median = median
      self.p95 = p95
    }

    /// Nil for no values.
    package init?(_ values: [Nanoseconds]) {
      let sample = Sample(values.map(Double.init))
      guard let p5 = sample.interpolated(at: 0.05), let median = sample.median, let p95 = sample.interpolated(at: 0.95)
      else { return nil }
      self.init(p5: p5.value, median: median.value, p95: p95.value)
    }

    /// Half of what nine in ten lie within.
    package var halfWidth: Double { (p95 - p5) / 2 }
  }
}
