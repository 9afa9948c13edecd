internal import Benchmark
internal import Reporting

/// A calibration in plain words.
struct DoctorText: Sendable {
  /// How many chunks a second a fast model sends.
  private static let chunksOfAStream = 50.0
  /// The share of what is possible that leaves room for everything else.
  private static let share = 0.5

  /// Nanoseconds of a TTFT, at p95.
  private static let tolerableError = 1e6

  var record: CalibrationRecord

  init(_ record: CalibrationRecord) {
    self.record = record
  }

  var lines: [String] {
    [
      "This machine adds \(ms(record.ttftError.median)) ms ± \(ms(record.ttftError.halfWidth)) to a TTFT "
        + "(median, and where nine in ten lie; n = \(record.streams) streams, \(record.concurrency) at once).",
      "It sees a chunk \(ms(record.chunkError.median)) ms late, \(ms(record.chunkError.p95)) ms at p95.",
      "It keeps up with \(grouped(Int(record.chunkRate / 100) * 100)) chunks a second\(advice)",
    ]
  }

  /// How many streams at once that allows, and which of the two limits says so.
  private var advice: String {
    let chunks = Int(DoctorText.chunksOfAStream)
    guard let byError, byError < byRate else {
      return ": keep concurrency at or below \(streams(byRate)) where models send \(chunks) chunks a second each."
    }
    return ", enough for \(streams(byRate)) streams of \(chunks) each, but with \(grouped(record.concurrency)) at once "
      + "a TTFT is \(ms(record.ttftError.p95)) ms off at p95: that is the tighter limit, so keep concurrency at or below "
      + "\(streams(byError)) where a millisecond counts."
  }

  /// The most streams whose chunks leave half of the rate free.
  private var byRate: Double { record.chunkRate * DoctorText.share / DoctorText.chunksOfAStream }

  /// The most streams whose TTFTs are not too far off; nil where they are not.
  ///
  /// The error grows at least as the streams do, so it is brought down to what is tolerable in proportion.
  private var byError: Double? {
    guard record.ttftError.p95 > DoctorText.tolerableError else { return nil }
    return Double(record.concurrency) * DoctorText.tolerableError / record.ttftError.p95
  }

  /// Rounded down to a number that claims no more than is known, and never none.
  private func streams(_ most: Double) -> String {
    let step = most >= 100 ? 50.0 : most >= 10 ? 5.0 : 1.0
    return grouped(max(1, Int((most / step).rounded(.down) * step)))
  }

  /// With a comma between thousands.
  private func grouped(_ number: Int) -> String {
    number < 1_000 ? String(number) : grouped(number / 1_000) + "," + String(1_000 + number % 1_000).dropFirst()
  }

  private func ms(_ nanoseconds: Double) -> String { Figure.fixed(nanoseconds / 1e6, decimals: 2) }
}
