import Benchmark
import Testing

@testable import Bench

@Suite struct TargetTests {
  @Test(arguments: [
    ([0.1, 0.2, 0.3], false, "met: x: 0.20 ms (0.10 to 0.30), at most 0.25"),
    ([0.1, 0.26, 0.3], false, "NOT MET: x: 0.26 ms (0.10 to 0.30), at most 0.25"),
    ([-0.4], false, "met: x: −0.40 ms, at most 0.25"),
    ([0.2], true, "NOT MET: x: 0.20 ms, at least 0.25"),
    ([0.25], true, "met: x: 0.25 ms, at least 0.25"),
  ])
  func `a target is said with its figure, its range and its limit`(figures: [Double], isLeast: Bool, text: String) {
    let target = Target(promise: "x", unit: " ms", limit: 0.25, isLeast: isLeast, figure: Middle(figures))
    #expect(target.text == text)
  }

  @Test func `what was not measured is not said`() {
    #expect(Target.all([]).count == 11)
    #expect(Target.all([]).allSatisfy { $0.text == nil })
  }

  /// A workload of one-chunk trials that took so many processor microseconds each, and whose client and reports took so
  /// many megabytes.
  private func trials(_ workload: Workload, microseconds: Int64, client: Int64, reports: Int64) -> WorkloadResult {
    let samples = Samples(
      elapsed: Nanoseconds.perSecond, peakMemory: client * 1_000_000, firstTokenErrors: [],
      chunkErrors: Array(repeating: 0, count: workload.requests))
    let time = microseconds * 1_000 * Int64(workload.requests)
    return WorkloadResult(
      workload: workload, ours: [Measurement(samples, processorTime: time)],
      replay: Replay(
        measurements: workload.requests, loading: 1, reporting: 1, journaling: 1, peakMemory: reports * 1_000_000))
  }

  @Test func `what grows with the trials is held against smaller runs`() {
    let results = [
      trials(.trials1k, microseconds: 400, client: 30, reports: 1),
      trials(.trials10k, microseconds: 100, client: 1, reports: 20),
      trials(.trials100k, microseconds: 150, client: 45, reports: 65),
    ]
    #expect(
      Target.all(results).compactMap(\.text) == [
        "met: 100,000 trials: peak memory above that of 1,000: 15.00 MB, at most 20.00",
        "NOT MET: 100,000 trials: processor time each ÷ that of 10,000: 1.50, at most 1.30",
        "met: reports: memory for each measurement from 10,000 to 100,000: 0.50 kB, at most 1.00",
      ])
    #expect(Target.all(Array(results.dropLast())).allSatisfy { $0.text == nil })
  }
}
