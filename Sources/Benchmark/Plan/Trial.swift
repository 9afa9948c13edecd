/// One cell of a plan: a prompt, a contestant and a repetition.
package struct Trial: Hashable, Sendable {
  /// Its place in the order of sending, from 0; unique in its run.
  package var number: Int
  /// The interleaved block it belongs to: one prompt and repetition, every contestant once.
  package var block: Int
  /// Index into the suite's prompts.
  package var prompt: Int
  /// Index into the run's contestants.
  package var contestant: Int
  /// From 1; 0 is a warm-up, which is sent before all others and enters no statistics.
  package var repetition: Int

  package init(number: Int, block: Int, prompt: Int, contestant: Int, repetition: Int) {
    self.number = number
    self.block = block
    self.prompt = prompt
    self.contestant = contestant
    self.repetition = repetition
  }

  package var isWarmUp: Bool { repetition == 0 }
}
