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
      "It keeps up with \(grouped(Int(record.chunkRate / 100) * 100)) chunks a second: keep concurrency at or below "
        + "\(grouped(most)) where models send \(Int(DoctorText.chunksOfAStream)) chunks a second each.",
    ]
  }

  /// The most streams whose chunks leave half of the rate free, and fewer where TTFTs are already far off.
  ///
  /// The error grows at least as the streams do, so it is brought down to what is tolerable in proportion.
  private var most: Int {
    let byRate = record.chunkRate * DoctorText.share / DoctorText.chunksOfAStream
    let byError = Double(record.concurrency) * DoctorText.tolerableError / max(record.ttftError.p95, 1)
    let streams = record.ttftError.p95 > DoctorText.tolerableError ? min(byRate, byError) : byRate
    let step = streams >= 100 ? 50.0 : 5.0
    return max(1, Int((streams / step).rounded(.down) * step))
  }

  /// With a comma between thousands.
  private func grouped(_ number: Int) -> String {
    number < 1_000 ? String(number) : grouped(number / 1_000) + "," + String(1_000 + number % 1_000).dropFirst()
  }

  private func ms(_ nanoseconds: Double) -> String { Figure.fixed(nanoseconds / 1e6, decimals: 2) }
}
