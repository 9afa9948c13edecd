import Benchmark
import Simulator
import Testing

/// Every fault that a server can cause, through the real program: it ends in its own class and harms nothing.
@Suite(.serialized, .timeLimit(.minutes(5))) struct FaultTests {
  @Test(arguments: Fault.chosen)
  func `a fault ends in its class`(fault: Fault) async throws {
    let stage = try Stage(named: fault.scenario)
    let ending = try await stage.run(fault.options + ["--no-retry"])
    #expect(ending.status == fault.exit, "it said: \(ending.error)")
    let attempts = try stage.journal().attempts
    let attempt = try #require(attempts.first)
    #expect(attempts.count == 1)
    #expect(attempt.outcome.kind == fault.outcome, "\(attempt.outcome)")
    if let answer = fault.answer { #expect(attempt.answer == answer) }
    if let message = fault.message { #expect(attempt.outcome.message?.contains(message) == true) }
    if let least = fault.firstToken { #expect(try #require(attempt.simulatedSecondsToFirstToken) >= least) }
    #expect(stage.chats == 1 + fault.resent)
    #expect(stage.simulator.counts.redirected == 0)
    try await stage.expectSound(ending)
  }

  @Test(arguments: Fault.passing)
  func `a fault that passes is tried again, and one that does not is left alone`(fault: Fault) async throws {
    let retried = try #require(fault.retried)
    let stage = try Stage(named: fault.scenario)
    let ending = try await stage.run(fault.options)
    let attempts = try stage.journal().attempts.sorted { $0.attempt < $1.attempt }
    #expect(attempts.map(\.attempt) == Array(1...retried.requests))
    #expect(attempts.last?.outcome.kind == retried.outcome)
    #expect(stage.chats == retried.requests + fault.resent)
    if attempts.count > 1, let sent = attempts[1].timeline.sent {
      #expect((sent - attempts[0].timeline.ended).seconds >= retried.wait)
    }
    try await stage.expectSound(ending)
  }

  @Test func `every built-in scenario has its row, but for those that need more than one trial`() {
    let rows = Set(Fault.all.map(\.scenario))
    let others: Set = [
      "429-minute", "limiter-rate", "limiter-retry", "co-stall", "key-lag", "prompt-cache", "prompt-cache-silent",
      "prompt-cache-timings", "buffered",
    ]
    #expect(rows.isSubset(of: Scenario.builtIn.map(\.name)))
    #expect(Set(Scenario.builtIn.map(\.name)).subtracting(rows) == others)
  }
}

extension AttemptRecord {
  fileprivate var simulatedSecondsToFirstToken: Double? {
    timeline.firstToken.flatMap { token in timeline.sent.map { (token - $0).seconds * Stage.timeScale } }
  }
}
