import Benchmark

/// Values of two contestants for the same prompts, or for the same cells where prompts are too few.
struct Pairs<Value: Hashable & Sendable> {
  let values: [Pair<Value>]
  let arePrompts: Bool
}
