import Benchmark

/// What one contestant achieved, by prompt and by repetition, for pairing with another contestant.
struct Series<Value: Hashable & Sendable>: Hashable, Sendable {
  /// In the order of prompts, the repetitions of one reduced to one value.
  let byPrompt: [Part]
  /// In the order of prompts and repetitions.
  let byCell: [Part]

  /// The value for a prompt and one of its repetitions, or for all of these.
  struct Part: Hashable, Sendable {
    let prompt: Int
    /// 0 stands for all.
    let repetition: Int
    let value: Value
  }

  /// `cells` are in the order of prompts and repetitions.
  init(_ cells: [Cell], value: (Cell) -> Value?, reduce: ([Value]) -> Value?) {
    byCell = cells.compactMap { cell in
      value(cell).map { Part(prompt: cell.trial.prompt, repetition: cell.trial.repetition, value: $0) }
    }
    var (rest, reduced) = (byCell[...], [Part]())
    while let prompt = rest.first?.prompt {
      let repetitions = rest.prefix { $0.prompt == prompt }
      rest = rest[repetitions.endIndex...]
      if let value = reduce(repetitions.map(\.value)) {
        reduced.append(Part(prompt: prompt, repetition: 0, value: value))
      }
    }
    byPrompt = reduced
  }

  /// The values that both have, side by side: by prompt, or with fewer than 6 prompts by cell.
  func pairs(with other: Series) -> Pairs<Value> {
    let prompts = Series.matched(byPrompt, other.byPrompt)
    guard prompts.count < PairTest.leastPairs else { return Pairs(values: prompts, arePrompts: true) }
    return Pairs(values: Series.matched(byCell, other.byCell), arePrompts: false)
  }

  private static func matched(_ ours: [Part], _ theirs: [Part]) -> [Pair<Value>] {
    var (pairs, others) = ([Pair<Value>](), theirs[...])
    for part in ours {
      others = others.drop { ($0.prompt, $0.repetition) < (part.prompt, part.repetition) }
      guard let other = others.first, (other.prompt, other.repetition) == (part.prompt, part.repetition) else {
        continue
      }
      pairs.append(Pair(part.value, other.value))
    }
    return pairs
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
  var sample: Sample { Sample(byPrompt.map(\.value)) }
}
