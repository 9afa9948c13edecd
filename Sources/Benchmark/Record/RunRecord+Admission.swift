extension RunRecord {
  /// So that a slip of the keyboard is no plan, and a damaged journal fills no memory.
  package static let mostTrials = 10_000_000
  package static let repetitionRange = 1...100_000
  package static let warmUpRange = 0...1_000
  package static let concurrencyRange = 1...10_000
  package static let retryRange = 0...10

  /// Of all trials, warm-ups included; at most the largest count.
  private var trialCount: Int {
    let blocks = Count.sum([Count.product(suite.prompts.count, repetitions), warmUps])
    return Count.product(blocks, contestants.count)
  }

  /// Holds what a journal says against what a run can be: nothing that is made of it then overflows.
  ///
  /// - Throws: `ImpossibleNumber`.
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["v": format], in: 1...RunRecord.currentFormat)
    try Count.verify(["repetitions": repetitions], in: RunRecord.repetitionRange)
    try Count.verify(["warm_ups": warmUps], in: RunRecord.warmUpRange)
    try Count.verify(["concurrency": concurrency], in: RunRecord.concurrencyRange)
    try Count.verify(["retries": retries], in: RunRecord.retryRange)
    try Count.verify(["the number of trials": trialCount], in: 0...RunRecord.mostTrials)
    try Count.verify(["suite_source.prompts": suiteSource.prompts])
    try Count.verify(["max_rounds": suite.maxRounds], in: 1...Count.range.upperBound)
    try deadlines.verify()
    try suite.parameters.verify()
    try overrides.verify()
    for contestant in contestants { try contestant.parameters.verify() }
    for entrant in suite.contestants { try entrant.parameters.verify() }
  }
}

extension DeadlineRecord {
  fileprivate func verify() throws(ImpossibleNumber) {
    let all: KeyValuePairs = [
      "deadlines.connect": connect, "deadlines.first_token": firstToken, "deadlines.gap": gap,
      "deadlines.total": total,
    ]
    for (name, seconds) in all {
      guard let seconds else { continue }
      guard seconds <= Nanoseconds.longestWait.seconds, Nanoseconds(seconds: seconds) ?? 0 > 0 else {
        throw ImpossibleNumber(name, "\(seconds)")
      }
    }
  }
}

extension Parameters {
  /// - Throws: `ImpossibleNumber`.
  func verify() throws(ImpossibleNumber) {
    try Count.verify(
      ["max_tokens": maxTokens, "max_completion_tokens": maxCompletionTokens], in: 1...Count.range.upperBound)
  }
}
