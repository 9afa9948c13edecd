package import Benchmark

/// How long each request took: repetitions of a prompt are not reduced to one number.
///
/// A trial is a request, or all those of a conversation together. METRICS: n counts requests, and whoever shows these
/// says so; for tests they are of no use, since repetitions of one prompt are not independent.
package struct RequestSamples: Hashable, Sendable {
  /// Milliseconds.
  package let timeToFirstToken: Sample
  /// Milliseconds.
  package let timeToFirstAnswer: Sample
  /// Milliseconds.
  package let latency: Sample

  /// The quantiles that are shown, each where there are requests enough.
  package static let quantiles = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]

  init(_ cells: [Cell]) {
    timeToFirstToken = Sample(cells.compactMap(\.numbers.timeToFirstToken))
    timeToFirstAnswer = Sample(cells.compactMap(\.numbers.timeToFirstAnswer))
    latency = Sample(cells.compactMap(\.numbers.latency))
  }
}

extension Report {
  /// Whether the distribution over requests tells what that over prompts does not: one prompt was asked several times,
  /// or repetitions are enough for a p90.
  package var tellsRequests: Bool {
    guard run.record.repetitions > 1 else { return false }
    return run.record.suite.prompts.count == 1
      || summaries.contains { Sample.canTell(0.9, from: $0.requests.latency.count) }
  }
}
