/// Every trial of a run in the order in which it is sent.
///
/// A block is one prompt and one repetition with every contestant once, in an order of its own, so that all
/// contestants meet a prompt close in time and the hour favours nobody. The seed alone decides the order. Warm-ups come
/// first: each contestant's first prompts, in an order that does not change that of the others.
package struct Plan: Hashable, Sendable {
  /// Names the algorithm below in the journal; a change of order is a new name.
  package static let order = "blocks-1"

  package let trials: [Trial]

  package init(prompts: Int, contestants: Int, repetitions: Int, seed: UInt64, warmUps: Int = 0) {
    var blocks = Blocks(contestants: contestants)
    blocks.reserve(prompts * repetitions + warmUps)
    var warming = SeededGenerator(seed: ~seed)
    for prompt in 0..<warmUps where prompts > 0 {
      blocks.add(prompt: prompt % prompts, repetition: 0, order: &warming)
    }
    var random = SeededGenerator(seed: seed)
    for repetition in 0..<repetitions {
      for prompt in random.shuffled(Array(0..<prompts)) {
        blocks.add(prompt: prompt, repetition: repetition + 1, order: &random)
      }
    }
    trials = blocks.trials
  }
}

/// Trials as they are laid in order, a block at a time.
private struct Blocks {
  let contestants: Int
  private(set) var trials: [Trial] = []
  private var count = 0

  init(contestants: Int) {
    self.contestants = contestants
  }

  mutating func reserve(_ blocks: Int) {
    trials.reserveCapacity(blocks * contestants)
  }

  mutating func add(prompt: Int, repetition: Int, order: inout SeededGenerator) {
    for contestant in order.shuffled(Array(0..<contestants)) {
      trials.append(
        Trial(number: trials.count, block: count, prompt: prompt, contestant: contestant, repetition: repetition))
    }
    count += 1
  }
}
