import Benchmark
import Testing

@testable import Harness

@Suite struct ModelPausesTests {
  @Test func `a crowd that is turned away at once is one round`() {
    var pauses = ModelPauses(contestants: 2)
    #expect(pauses.turnedAway(0, admitted: 0, ended: 10) == 1)
    #expect(pauses.turnedAway(0, admitted: 3, ended: 11) == 1)
    #expect(pauses.turnedAway(0, admitted: 20, ended: 30) == 2)
    #expect(pauses.turnedAway(0, admitted: 21, ended: 31) == 2)
    #expect(pauses.turnedAway(1, admitted: 20, ended: 30) == 1)
  }

  @Test func `an answer ends the row`() {
    var pauses = ModelPauses(contestants: 1)
    _ = pauses.turnedAway(0, admitted: 0, ended: 10)
    _ = pauses.turnedAway(0, admitted: 20, ended: 30)
    pauses.served(0)
    #expect(pauses.turnedAway(0, admitted: 40, ended: 50) == 1)
  }

  @Test func `a pause is its contestant's alone, and a shorter one does not shorten it`() {
    var pauses = ModelPauses(contestants: 2)
    pauses.pause(0, until: 100)
    pauses.pause(0, until: 60)
    #expect(pauses.rest(of: 0, at: 40) == 60)
    #expect(pauses.rest(of: 0, at: 100) == nil)
    #expect(pauses.rest(of: 1, at: 40) == nil)
  }

  @Test func `a contestant that is given up stays it, for the first reason`() {
    var pauses = ModelPauses(contestants: 1)
    #expect(pauses.end(of: 0) == nil)
    pauses.close(0, because: "a")
    pauses.close(0, because: "b")
    #expect(pauses.end(of: 0) == "a")
  }

  @Test(arguments: [(1, 1, 10), (60, 1, 12), (60, 5, 3), (50, 20, 1), (1000, 10, 20)])
  func `a budget is a fifth of the trials, ten at least, in equal shares`(trials: Int, contestants: Int, share: Int) {
    var budget = RetryBudget(trials: trials, contestants: contestants)
    for _ in 0..<share {
      #expect(budget.isLeft(for: contestants - 1))
      budget.take(for: contestants - 1)
    }
    #expect(!budget.isLeft(for: contestants - 1))
    #expect(budget.isLeft(for: 0) == (contestants > 1))
  }
}
