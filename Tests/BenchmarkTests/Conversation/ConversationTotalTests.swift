import Testing

@testable import Benchmark

/// What the requests of a conversation come to together.
@Suite struct ConversationTotalTests {
  /// A first turn, a second one that failed once, and a third: 300, 200 and 100 ms, first text after 100, 50 and 20 ms.
  private let attempts: [AttemptRecord] = [
    ConversationTotalTests.attempt([100, 300], Step(turn: 1), tokens: 5),
    ConversationTotalTests.attempt([], Step(turn: 2), outcome: .http5xx),
    ConversationTotalTests.attempt([50, 200], Step(turn: 2), tokens: 7),
    ConversationTotalTests.attempt([20, 100], Step(turn: 3), tokens: 1),
  ]

  private static func attempt(
    _ reads: [Int64], _ step: Step, tokens: Int? = nil, outcome: OutcomeClass = .ok
  ) -> AttemptRecord {
    var attempt = AttemptRecord.made(
      readsAt: reads, usage: tokens.map { Usage(completionTokens: $0) }, outcome: outcome)
    attempt.step = step == Step() ? nil : step
    return attempt
  }

  @Test func `requests are told apart, each with its attempts`() {
    #expect(attempts.byRequest.map(\.count) == [1, 2, 1])
    #expect([AttemptRecord]().byRequest.isEmpty)
    #expect(Array(attempts.prefix(1)).byRequest.map(\.count) == [1])
  }

  @Test func `times and tokens add up, and the first request tells when the first text came`() {
    #expect(Metric.latency.total(of: attempts) == 600)
    #expect(Metric.tokens.total(of: attempts) == 13)
    #expect(Metric.timeToFirstToken.total(of: attempts) == 100)
  }

  @Test func `a sum with an unknown part is unknown`() {
    var attempts = attempts
    attempts[2].timeline.lastToken = nil
    #expect(Metric.latency.total(of: attempts) == nil)
  }

  @Test func `a timeout is longer than its limit and what was answered before`() {
    let deadlines = DeadlineRecord(connect: 5, firstToken: 60, gap: 30, total: 300)
    let broken = Array(attempts.dropLast()) + [Self.attempt([], Step(turn: 3), outcome: .timeoutFirstToken)]
    #expect(Metric.latency.measured(of: broken, deadlines: deadlines) == .longer(than: 60_500))
    #expect(Metric.timeToFirstToken.measured(of: broken, deadlines: deadlines) == Measured(100))
  }

  @Test func `a sleep during any of its requests keeps it out`() {
    var attempts = attempts
    attempts[0].suspended = true
    #expect(Metric.latency.measured(of: attempts, deadlines: DeadlineRecord()) == nil)
  }

  @Test func `a turn's checks judge the answer to that turn`() {
    var attempts = attempts
    for (index, text) in ["red", "", "green", "blue"].enumerated() { attempts[index].answer = text }
    let prompt = Prompt(
      id: "p",
      turns: [
        Turn(Content("1"), checks: [contains("red")]), Turn(Content("2"), checks: [contains("red")]),
        Turn(Content("3")),
        Turn(Content("4"), checks: [contains("red")]),
      ], checks: [contains("blue")])
    let found = prompt.findings(in: attempts)
    #expect(found.map(\.passed) == [true, false, false, true])
    #expect(found[1].reason == #"turn 2: expected "red" in the answer; found "green""#)
    #expect(found[2].reason?.hasPrefix("turn 4: ") == true)
  }

  private func contains(_ text: String) -> Check { Check(ContainsRule(text)) }
}
