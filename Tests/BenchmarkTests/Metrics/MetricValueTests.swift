import Benchmark
import Testing

struct MetricValueTests {
  /// 11 reads of 10 bytes, 100 ms apart, the first 400 ms after sending.
  static let steady: [Int64] = (0...10).map { 400 + 100 * $0 }

  @Test(
    arguments: [
      (.queue, 10), (.connect, 20), (.timeToFirstToken, 400), (.timeToFirstAnswer, 400), (.thinking, nil),
      (.latency, 1400), (.wall, 1435), (.retry, 0), (.decodeRate, 100), (.answerRate, 100),
      (.outputRate, 110 / 1.4), (.timePerToken, 10), (.medianGap, 100), (.longestGap, 100), (.stalls, 0),
      (.tokens, 110),
    ] as [(Metric, Double?)])
  func `every number of a steady stream`(metric: Metric, expected: Double?) {
    let attempt = AttemptRecord.made(readsAt: Self.steady, usage: Usage(completionTokens: 110))
    #expect(agree(metric.value(of: [attempt]), expected, within: 1e-9))
  }

  @Test(arguments: Metric.allCases) func `no attempt has no number`(metric: Metric) {
    #expect(metric.value(of: []) == nil)
  }

  @Test(arguments: Metric.allCases.filter { ![.queue, .connect, .wall, .retry].contains($0) })
  func `an attempt without a token has no number, not zero`(metric: Metric) {
    #expect(metric.value(of: [.made(outcome: .network)]) == nil)
  }

  @Test(
    arguments: [
      (19, steady), (110, [400, 500, 600, 700]), (110, [400, 420, 440, 460, 499]), (110, []),
    ] as [(Int, [Int64])])
  func `a speed from too little is no speed`(tokens: Int, offsets: [Int64]) {
    let attempt = AttemptRecord.made(readsAt: offsets, usage: Usage(completionTokens: tokens))
    #expect(attempt.decodeRate == nil)
    #expect(attempt.answerRate == nil)
    #expect(Metric.timePerToken.value(of: [attempt]) == nil)
  }

  @Test func `twenty tokens, five reads and 100 ms are just enough`() {
    let attempt = AttemptRecord.made(readsAt: [400, 425, 450, 475, 500], usage: Usage(completionTokens: 20))
    #expect(agree(attempt.decodeRate, 160, within: 1e-9))
  }

  @Test(arguments: [ReasoningVisibility.hidden, .summarised])
  func `hidden reasoning leaves no decode speed`(reasoning: ReasoningVisibility) {
    let attempt = AttemptRecord.made(
      readsAt: Self.steady, usage: Usage(completionTokens: 110), reasoning: reasoning)
    #expect(attempt.decodeRate == nil)
    #expect(attempt.answerRate == nil)
    #expect(attempt.outputRate != nil)
  }

  @Test func `thinking needs reasoning text that was seen`() {
    let seen = AttemptRecord.made(readsAt: Self.steady, firstAnswer: 900, reasoningText: "hm", reasoning: .shown)
    let unseen = AttemptRecord.made(readsAt: Self.steady, firstAnswer: 900, reasoning: .hidden)
    #expect(Metric.thinking.value(of: [seen]) == 500)
    #expect(Metric.timeToFirstAnswer.value(of: [seen]) == 900)
    #expect(Metric.thinking.value(of: [unseen]) == nil)
  }

  @Test func `answer speed counts the answer's tokens over the answer's window`() {
    let attempt = AttemptRecord.made(
      readsAt: Self.steady, firstAnswer: 900, usage: Usage(completionTokens: 110, reasoningTokens: 50),
      reasoningText: "hm", reasoning: .shown)
    // 6 reads from 900 to 1400 ms; one of six came with the opening stamp.
    #expect(agree(attempt.answerRate, 60 * 5 / 6 / 0.5, within: 1e-9))
  }

  @Test func `what came with the first stamp is taken off in proportion`() {
    var attempt = AttemptRecord.made(readsAt: Self.steady, usage: Usage(completionTokens: 200))
    attempt.reads[0].bytes = 100
    #expect(agree(attempt.decodeRate, 100, within: 1e-9))
  }

  @Test func `without streaming there is a latency and no first token`() {
    var attempt = AttemptRecord.made(usage: Usage(completionTokens: 7), answer: "four", streamed: false)
    attempt.timeline.ended = 530 * .perMillisecond
    #expect(attempt.timeToFirstToken == nil)
    #expect(attempt.latency == 500 * .perMillisecond)
    #expect(Metric.outputRate.value(of: [attempt]) == 14)
    #expect(attempt.decodeRate == nil)
  }

  @Test func `a failed body without text has no latency`() {
    #expect(AttemptRecord.made(streamed: false, outcome: .http5xx).latency == nil)
  }

  @Test func `gaps over a second are stalls`() {
    let attempt = AttemptRecord.made(readsAt: [100, 1100, 2101, 5000])
    #expect(Metric.stalls.value(of: [attempt]) == 2)
    #expect(Metric.longestGap.value(of: [attempt]) == 2899)
    #expect(Metric.medianGap.value(of: [attempt]) == 1001)
  }

  @Test func `waits count from the first attempt and latency only in the last`() {
    let first = AttemptRecord.made(outcome: .rateMinute)
    var second = AttemptRecord.made(readsAt: Self.steady)
    second.timeline.queued += 5 * .perSecond
    second.timeline.admitted += 5 * .perSecond
    second.timeline.ended += 5 * .perSecond
    #expect(Metric.retry.value(of: [first, second]) == 5000)
    #expect(Metric.wall.value(of: [first, second]) == 6435)
    #expect(Metric.latency.value(of: [first, second]) == 1400)
    second.session = 1
    #expect(Metric.retry.value(of: [first, second]) == nil)
  }

  @Test func `characters are code points`() {
    let attempt = AttemptRecord.made(readsAt: Self.steady, answer: String(repeating: "é\u{301}", count: 55))
    #expect(agree(attempt.answerCharacterRate, 100, within: 1e-9))
  }
}
