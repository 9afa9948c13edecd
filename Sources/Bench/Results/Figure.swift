internal import Benchmark

/// One column of the table: what it is called, how it is taken from a run, and how it is written.
struct Figure: Sendable {
  var title: String
  var decimals: Int
  /// Nil where the run is too small to tell.
  var value: @Sendable (Measurement) -> Double?

  static let firstTokenMedian = Figure(title: "TTFT error p50 ms", decimals: 2) { $0.firstTokenErrors.median?.value }
  static let firstToken95 = Figure(title: "p95", decimals: 2) { $0.firstTokenErrors.quantile(0.95)?.value }
  static let firstToken99 = Figure(title: "p99", decimals: 2) { $0.firstTokenErrors.quantile(0.99)?.value }
  static let firstTokenMost = Figure(title: "max", decimals: 2) { $0.firstTokenErrors.maximum?.value }
  static let chunkMedian = Figure(title: "chunk error p50 ms", decimals: 2) { $0.chunkErrors.median?.value }
  static let chunk99 = Figure(title: "p99", decimals: 2) { $0.chunkErrors.quantile(0.99)?.value }
  static let processorTime = Figure(title: "CPU s / 1,000 chunks", decimals: 4) { run in
    run.perChunk.map { $0 * 1_000 }
  }
  static let chunkRate = Figure(title: "chunks/s", decimals: 0) { Double($0.chunkErrors.count) / $0.elapsed }
  static let peakMemory = Figure(title: "peak MB", decimals: 1) { $0.peakMemory / 1_000_000 }

  static let all = [
    firstTokenMedian, firstToken95, firstToken99, firstTokenMost, chunkMedian, chunk99, processorTime, chunkRate,
    peakMemory,
  ]
}

extension Measurement {
  /// Processor seconds a chunk.
  fileprivate var perChunk: Double? {
    chunkErrors.count > 0 ? processorTime / Double(chunkErrors.count) : nil
  }
}
