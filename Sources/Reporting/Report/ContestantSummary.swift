package import Benchmark

/// One contestant's row: what it achieved over all prompts.
package struct ContestantSummary: Sendable {
  package let contestant: Contestant
  /// Its place in the order of the run, from 0.
  package let index: Int
  /// From 1; set by the ranking.
  package internal(set) var rank = 0
  /// How it compares with the row above; nil in the first row.
  package internal(set) var difference: Difference?
  /// Ranks of further rows above, not the next one, that differ clearly in checks passed.
  package internal(set) var apartFrom: [Int] = []

  /// Trials that their checks let pass, of those that have checks and are graded.
  package let passed: Rate
  /// Single checks that passed, of those that are graded.
  package let checks: Rate
  /// Single checks that are not graded.
  package let ungraded: Int
  /// The mean of the trials' scores, from 0 to 1; nil without a score.
  package let score: Double?
  /// Prompts with a score.
  package let scoredPrompts: Int
  /// Prompts that passed in most of their repetitions, of those that have checks and are graded.
  package let promptsPassed: Rate
  /// Trials that were answered, after retries, of those that a server was asked.
  package let succeeded: Rate
  /// Of those, the ones that needed one attempt.
  package let firstTry: Int
  /// Answers that ended at the token limit.
  package let lengthLimited: Int
  /// Answers of which something had to be taken off around the JSON that was asked for.
  package let stripped: Int
  package let notSent: Int
  package let notRecorded: Int
  /// Trials whose answer stood in a line of the journal that is damaged.
  package let lost: Int
  package let cancelled: Int
  /// Trials that met a refused key, spent credit or a spent day's quota.
  package let ofAccount: Int
  package let suspended: Int
  /// Answers of earlier runs: checks and tokens count, but no time, no speed, no cost and no success.
  package let cached: Int

  /// Milliseconds, one a prompt.
  package let timeToFirstToken: Sample
  /// Milliseconds, one a prompt.
  package let timeToFirstAnswer: Sample
  /// Milliseconds, one a prompt.
  package let latency: Sample
  /// The same over requests.
  package let requests: RequestSamples
  /// How far the server's prompt cache shortened its TTFTs.
  package let promptCache: PromptCacheUse
  /// Whether its TTFTs and those of others are not of one kind for that; set when all are known.
  package internal(set) var mixesPromptCache = false
  /// Every stream came in one read although it was sent in pieces: something buffers, and TTFTs rank nowhere.
  package let isBuffered: Bool
  /// Tokens a second, one a prompt.
  package let decodeRate: Sample
  /// Tokens an answer, one a prompt.
  package let tokens: Sample
  package let tokenSource: TokenSource

  /// US dollars for all its requests, warm-ups and failed attempts included; nil where an answer's cost is not known.
  package let cost: Double?

  let passSeries: Series<Bool>
  let successSeries: Series<Bool>
  let latencySeries: Series<Measured>

  init(_ contestant: Contestant, index: Int, cells: [Cell], warmUps: [Cell], hasFreshPrompts: Bool = false) {
    self.contestant = contestant
    self.index = index
    let counted = cells.filter(\.counts)
    let answered = counted.filter(\.isAnswered)
    let asked = counted.filter { !$0.isCached }
    let verdicts = counted.compactMap(\.passes)
    let found = counted.lazy.flatMap(\.assessment.results)
    let right = found.count { $0.passed == true }
    passed = Rate(successes: verdicts.count { $0 }, trials: verdicts.count)
    checks = Rate(successes: right, trials: right + found.count { $0.passed == false })
    ungraded = found.count { $0.passed == nil }
    let scored = counted.filter { $0.score != nil }
    score = ContestantSummary.mean(scored.compactMap(\.score))
    scoredPrompts = Set(scored.map(\.trial.prompt)).count
    succeeded = Rate(successes: asked.count(where: \.isAnswered), trials: asked.count)
    firstTry = asked.count { $0.isAnswered && $0.events.isFirstTry }
    lengthLimited = answered.count { $0.outcome == .length }
    stripped = answered.reduce(0) { $0 + $1.events.stripped }
    notSent = cells.count { $0.notSentReason != nil }
    lost = cells.count { $0.state == .lost }
    notRecorded = cells.count { $0.state == .notRecorded }
    cancelled = cells.count { $0.state == .settled && $0.outcome == .cancelled }
    ofAccount = cells.count { $0.state == .settled && $0.outcome?.isOfAccount == true }
    suspended = counted.count(where: \.events.suspended)
    cached = counted.count(where: \.isCached)

    let source = ContestantSummary.tokenSource(of: answered)
    tokenSource = source
    timeToFirstToken = Series(counted, measured: \.numbers.timeToFirstToken).sample
    timeToFirstAnswer = Series(counted, measured: \.numbers.timeToFirstAnswer).sample
    requests = RequestSamples(counted)
    promptCache = PromptCacheUse(counted, isFresh: hasFreshPrompts)
    isBuffered = ContestantSummary.isBuffered(counted.flatMap(\.numbers.deliveries))
    latencySeries = Series(counted, measured: \.numbers.latency)
    latency = latencySeries.sample
    decodeRate = Series(answered) { $0.numbers.decodeRate[source].map { Measured($0) } }.sample
    tokens = Series(answered) { $0.numbers.tokens[source].map { Measured($0) } }.sample
    cost = ContestantSummary.cost(of: warmUps + cells)
    passSeries = Series(counted, passing: \.passes)
    let prompts = passSeries.byPrompt
    promptsPassed = Rate(successes: prompts.count(where: \.value), trials: prompts.count)
    successSeries = Series(asked) { $0.isAnswered }
  }

  private static func mean(_ scores: [Double]) -> Double? {
    scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  /// Streams of a single piece tell nothing, and neither do a few others among many of them.
  private static func isBuffered(_ deliveries: [AttemptRecord.Delivery]) -> Bool {
    let bundled = deliveries.count { $0 == .bundled }
    return !deliveries.contains(.piecemeal) && bundled > 0 && 2 * bundled >= deliveries.count
  }

  private static func cost(of cells: [Cell]) -> Double? {
    cells.reduce(0) { sum, cell in sum.flatMap { sum in cell.numbers.cost.map { sum + $0 } } }
  }

  /// The server's counts only where it gave all of them: one source per number.
  private static func tokenSource(of answered: [Cell]) -> TokenSource {
    answered.allSatisfy { $0.numbers.tokenSource == .server } ? .server : .estimated
  }
}
