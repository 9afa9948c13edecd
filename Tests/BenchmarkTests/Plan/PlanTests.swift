import Benchmark
import Testing

@Suite struct PlanTests {
  private func plan(_ prompts: Int, _ contestants: Int, _ repetitions: Int, seed: UInt64 = 7, warmUps: Int = 0) -> Plan
  {
    Plan(prompts: prompts, contestants: contestants, repetitions: repetitions, seed: seed, warmUps: warmUps)
  }

  @Test(arguments: [(0, 3, 2), (3, 0, 2), (3, 2, 0)])
  func `a plan without prompts, contestants or repetitions is empty`(
    prompts: Int, contestants: Int, repetitions: Int
  ) {
    #expect(plan(prompts, contestants, repetitions).trials.isEmpty)
  }

  @Test func `every cell is there once, numbered in the order of sending`() {
    let trials = plan(5, 4, 3).trials
    #expect(trials.map(\.number) == Array(0..<60))
    #expect(Set(trials.map { [$0.prompt, $0.contestant, $0.repetition] }).count == 60)
    #expect(Set(trials.map(\.repetition)) == [1, 2, 3])
  }

  @Test func `a block is one prompt and repetition with every contestant once`() {
    for (_, block) in Dictionary(grouping: plan(5, 4, 3).trials, by: \.block) {
      #expect(Set(block.map { [$0.prompt, $0.repetition] }).count == 1)
      #expect(Set(block.map(\.contestant)) == [0, 1, 2, 3])
    }
  }

  @Test func `a seed gives the same order for ever`() {
    let order = plan(3, 2, 1, seed: 42).trials.map { "\($0.prompt)\($0.contestant)" }
    #expect(order == ["11", "10", "01", "00", "21", "20"])
    #expect(plan(30, 4, 2, seed: 1) == plan(30, 4, 2, seed: 1))
    #expect(plan(30, 4, 2, seed: 1) != plan(30, 4, 2, seed: 2))
  }

  @Test func `no contestant is first more often than chance allows`() {
    let firsts = Dictionary(grouping: plan(1_000, 4, 1).trials, by: \.block)
      .values.compactMap { $0.min { $0.number < $1.number }?.contestant }
    for contestant in 0..<4 {
      let share = firsts.filter { $0 == contestant }.count
      #expect((200...300).contains(share), "contestant \(contestant) is first in \(share) of 1,000 blocks")
    }
  }

  @Test func `warm-ups come first, once a contestant each, and change the order of nothing`() {
    let warm = plan(2, 3, 2, warmUps: 3).trials
    let (first, rest) = (warm.prefix(9), warm.dropFirst(9))
    #expect(first.allSatisfy { $0.isWarmUp })
    #expect(first.map(\.prompt) == [0, 0, 0, 1, 1, 1, 0, 0, 0])
    #expect(!rest.contains { $0.isWarmUp })
    let cold = plan(2, 3, 2).trials
    #expect(
      rest.map { [$0.prompt, $0.contestant, $0.repetition] } == cold.map { [$0.prompt, $0.contestant, $0.repetition] })
  }
}
