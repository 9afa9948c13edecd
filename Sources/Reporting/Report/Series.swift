import Benchmark

/// What one contestant achieved, by prompt and by repetition, for pairing with another contestant.
struct Series<Value: Hashable & Sendable>: Hashable, Sendable {
  /// By the prompt's index, its repetitions reduced to one value.
  let byPrompt: [Int: Value]
  /// By prompt and repetition.
  let byCell: [Place: Value]

  /// A prompt and one of its repetitions.
  struct Place: Hashable, Sendable {
    let prompt: Int
    let repetition: Int
  }

  init(_ cells: [Cell], value: (Cell) -> Value?, reduce: ([Value]) -> Value?) {
    var byCell: [Place: Value] = [:]
    var repetitions: [Int: [Value]] = [:]
    for cell in cells {
      guard let value = value(cell) else { continue }
      byCell[Place(prompt: cell.trial.prompt, repetition: cell.trial.repetition)] = value
      repetitions[cell.trial.prompt, default: []].append(value)
    }
    self.byCell = byCell
    byPrompt = repetitions.compactMapValues(reduce)
  }

  /// The values that both have, side by side: by prompt, or with fewer than 6 prompts by cell.
  func pairs(with other: Series) -> Pairs<Value> {
    let prompts = Series.matched(byPrompt, other.byPrompt)
    guard prompts.count < PairTest.leastPairs else { return Pairs(values: prompts, arePrompts: true) }
    return Pairs(values: Series.matched(byCell, other.byCell), arePrompts: false)
  }

  private static func matched<Key>(_ ours: [Key: Value], _ theirs: [Key: Value]) -> [Pair<Value>] {
    ours.compactMap { key, value in theirs[key].map { Pair(value, $0) } }
  }
}

extension Series where Value == Bool {
  /// A prompt passes when most of its repetitions do.
  init(_ cells: [Cell], passing: (Cell) -> Bool?) {
    self.init(cells, value: passing) { values in 2 * values.count { $0 } > values.count }
  }
}

extension Series where Value == Measured {
  /// A prompt's number is the median of its repetitions.
  init(_ cells: [Cell], measured: (Cell) -> Measured?) {
    self.init(cells, value: measured) { Sample($0).median }
  }

  /// One number a prompt: repetitions of one prompt are not independent.
  var sample: Sample { Sample(Array(byPrompt.values)) }
}
