import Benchmark
import Testing

struct MetricSamplingTests {
  static let deadlines = DeadlineRecord()

  static func latency(_ attempt: AttemptRecord) -> Measured? {
    Metric.latency.measured(of: [attempt], deadlines: deadlines)
  }

  @Test(arguments: OutcomeClass.allCases.filter { !$0.isAnswered && !$0.isTimeout })
  func `a failure says nothing about speed`(outcome: OutcomeClass) {
    #expect(Self.latency(.made(readsAt: [100, 200], outcome: outcome)) == nil)
  }

  @Test(
    arguments: [
      (.timeoutConnect, .longer(than: 5_000)), (.timeoutFirstToken, .longer(than: 60_000)),
      (.timeoutTotal, .longer(than: 300_000)), (.timeoutGap, .longer(than: 205)),
    ] as [(OutcomeClass, Measured)])
  func `a timeout is longer than its limit, a gap than its whole wait`(outcome: OutcomeClass, expected: Measured) {
    #expect(Self.latency(.made(readsAt: [100, 200], outcome: outcome)) == expected)
  }

  @Test func `a first token that came before the timeout is known`() {
    let attempt = AttemptRecord.made(readsAt: [100, 200], outcome: .timeoutTotal)
    #expect(Metric.timeToFirstToken.measured(of: [attempt], deadlines: Self.deadlines) == Measured(100))
  }

  @Test(arguments: [OutcomeClass.ok, .length]) func `an answer counts as it is`(outcome: OutcomeClass) {
    #expect(Self.latency(.made(readsAt: [100, 200], outcome: outcome)) == Measured(200))
  }

  @Test func `sleep enters no latency`() {
    #expect(Self.latency(.made(readsAt: [100, 200], suspended: true)) == nil)
    #expect(Self.latency(.made(outcome: .timeoutTotal, suspended: true)) == nil)
  }

  @Test func `a timeout has no speed`() {
    let attempt = AttemptRecord.made(
      readsAt: MetricValueTests.steady, usage: Usage(completionTokens: 110), outcome: .timeoutTotal)
    #expect(Metric.decodeRate.measured(of: [attempt], deadlines: Self.deadlines) == nil)
  }

  @Test(arguments: Metric.allCases) func `every definition is one sentence`(metric: Metric) {
    #expect(metric.definition.hasSuffix("."))
    #expect(!metric.definition.dropLast().contains(". "))
  }
}
