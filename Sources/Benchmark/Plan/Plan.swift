/// Every trial of a run in the order in which it is sent.
///
/// A block is one prompt and one repetition with every contestant once, in an order of its own, so that all
/// contestants meet a prompt close in time and the hour favours nobody. The seed alone decides the order.
package struct Plan: Hashable, Sendable {
  /// Names the algorithm below in the journal; a change of order is a new name.
  package static let order = "blocks-1"

  package let trials: [Trial]

  package init(prompts: Int, contestants: Int, repetitions: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var trials: [Trial] = []
    trials.reserveCapacity(prompts * contestants * repetitions)
    var block = 0
    for repetition in 0..<repetitions {
      for prompt in random.shuffled(Array(0..<prompts)) {
        for contestant in random.shuffled(Array(0..<contestants)) {
          trials.append(
            Trial(
              number: trials.count, block: block, prompt: prompt, contestant: contestant, repetition: repetition + 1))
        }
        block += 1
      }
    }
    self.trials = trials
  }
}
