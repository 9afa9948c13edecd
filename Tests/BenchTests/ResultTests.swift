import Benchmark
import Testing

@testable import Bench

@Suite struct ResultTests {
  /// A run of one client whose first-token errors are all this many milliseconds.
  private static func run(_ milliseconds: Double, chunks: Int = 1_000, processorTime: Double = 1) -> Measurement {
    Measurement(
      Samples(
        elapsed: 2 * Nanoseconds.perSecond, peakMemory: 30_000_000,
        firstTokenErrors: [Nanoseconds(milliseconds * 1e6)], chunkErrors: Array(repeating: 1_000, count: chunks)),
      processorTime: Nanoseconds(processorTime * 1e9))
  }

  private static let result = WorkloadResult(
    workload: .streams64, floor: [run(1.0), run(2.0), run(9.0)],
    ours: [run(1.5, processorTime: 2), run(2.1, processorTime: 3), run(8.0, processorTime: 4)])

  @Test func `a figure is the median of the rounds' differences and not the difference of their medians`() {
    let difference = Self.result.difference(.firstTokenMedian)
    #expect(difference.map { [$0.median, $0.least, $0.most].map { ($0 * 10).rounded() } } == [1, -10, 5])
  }

  @Test func `a ratio is taken within each round`() {
    #expect(Self.result.ratio(.processorTime) == Middle([2, 3, 4]))
    #expect(Self.result.ratio(.chunkRate) == Middle([1, 1, 1]))
  }

  @Test func `a round that cannot tell leaves the comparison open`() {
    var result = Self.result
    result.ours[1] = Self.run(1, chunks: 0)
    #expect(result.ratio(.processorTime) == nil)
    #expect(result.difference(.firstToken99) == nil)
    result.floor = []
    #expect(result.difference(.firstTokenMedian) == nil)
  }

  @Test func `the columns say what their titles promise`() {
    let run = Self.run(0.5, chunks: 4_000, processorTime: 2)
    #expect(Figure.processorTime.value(run) == 0.5)
    #expect(Figure.chunkRate.value(run) == 2_000)
    #expect(Figure.peakMemory.value(run) == 30)
    #expect(Figure.firstTokenMost.value(run) == 0.5)
    #expect(Figure.firstToken99.value(run) == nil)
  }

  @Test func `the journal's share is of the last round's processor time`() {
    var result = Self.result
    #expect(result.journalShare == nil)
    result.replay = Replay(
      measurements: 640, loading: 1, reporting: 1, journaling: Nanoseconds.perSecond, peakMemory: 1)
    #expect(result.journalShare == 0.25)
  }
}
