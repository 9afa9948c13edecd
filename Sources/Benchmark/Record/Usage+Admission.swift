extension Usage {
  /// Without the counts that no answer has, and without a cost that is none.
  package var admitted: Usage {
    Usage(
      promptTokens: promptTokens.flatMap(Count.admitted), completionTokens: completionTokens.flatMap(Count.admitted),
      totalTokens: totalTokens.flatMap(Count.admitted), reasoningTokens: reasoningTokens.flatMap(Count.admitted),
      cachedTokens: cachedTokens.flatMap(Count.admitted), cost: cost.flatMap(Dollars.admitted))
  }

  /// What of it is left out, as a note for a person; nil where nothing is.
  package var refusal: String? {
    let admitted = admitted
    if admitted == self { return nil }
    let counts: KeyValuePairs<String, KeyPath<Usage, Int?>> = [
      "prompt_tokens": \.promptTokens, "completion_tokens": \.completionTokens, "total_tokens": \.totalTokens,
      "reasoning_tokens": \.reasoningTokens, "cached_tokens": \.cachedTokens,
    ]
    let refused = counts.compactMap { name, count in
      admitted[keyPath: count] == nil ? self[keyPath: count].map { "\(name) \($0)" } : nil
    }
    let sum = admitted.cost == nil ? cost.map { ["cost \($0)"] } ?? [] : []
    return Usage.refusal(of: refused + sum)
  }

  /// The note on such numbers, each with its name.
  package static func refusal(of numbers: [String]) -> String {
    "usage that cannot be is left out: \(numbers.joined(separator: ", "))"
  }
}
