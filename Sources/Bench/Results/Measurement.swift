internal import Benchmark

/// One run of one client, in the units that the tables show.
struct Measurement: Hashable, Sendable {
  /// Milliseconds.
  var firstTokenErrors: Sample
  /// Milliseconds.
  var chunkErrors: Sample
  /// Seconds of the whole process, its start included.
  var processorTime: Double
  /// Seconds.
  var elapsed: Double
  /// Bytes.
  var peakMemory: Double

  init(_ samples: Samples, processorTime: Nanoseconds) {
    firstTokenErrors = Sample(samples.firstTokenErrors.map(\.milliseconds))
    chunkErrors = Sample(samples.chunkErrors.map(\.milliseconds))
    self.processorTime = processorTime.seconds
    elapsed = samples.elapsed.seconds
    peakMemory = Double(samples.peakMemory)
  }
}
