/// Values of two contestants for the same prompts, or for the same cells where prompts are too few.
struct Pairs<Value> {
  let values: [(first: Value, second: Value)]
  let arePrompts: Bool
}
