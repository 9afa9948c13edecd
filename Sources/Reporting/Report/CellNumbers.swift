import Benchmark

/// What a cell adds to its contestant's figures.
struct CellNumbers: Hashable, Sendable {
  /// Milliseconds, nil where it says nothing about them.
  let timeToFirstToken: Measured?
  let timeToFirstAnswer: Measured?
  let latency: Measured?
  /// Tokens a second of the result.
  let decodeRate: ByCount
  /// Of all its requests together; nil where one's are not known.
  let tokens: ByCount
  /// Who counted the tokens of all its requests.
  let tokenSource: TokenSource
  /// Whether the server had most of the prompt in its cache when the TTFT was measured; nil where it does not tell.
  let metPromptCache: Bool?
  /// How the text of each of its requests came.
  let deliveries: [AttemptRecord.Delivery]
  /// US dollars that were billed for all its attempts; nil where an answer's cost is not known.
  let cost: Double?

  /// A number for either way of counting tokens.
  struct ByCount: Hashable, Sendable {
    let server: Double?
    let estimated: Double?

    init(_ number: (TokenSource) -> Double?) {
      (server, estimated) = (number(.server), number(.estimated))
    }

    subscript(source: TokenSource) -> Double? {
      switch source {
      case .server: server
      case .estimated: estimated
      }
    }
  }

  init(_ contents: CellContents, deadlines: DeadlineRecord) {
    let (attempts, results) = (contents.attempts, contents.results)
    timeToFirstToken = Metric.timeToFirstToken.measured(of: attempts, deadlines: deadlines)
    timeToFirstAnswer = Metric.timeToFirstAnswer.measured(of: attempts, deadlines: deadlines)
    latency = Metric.latency.measured(of: attempts, deadlines: deadlines)
    let last = contents.result.flatMap { $0.isTimed ? $0 : nil }
    decodeRate = ByCount { last?.decodeRate(by: $0) }
    tokens = ByCount { source in CellNumbers.sum(of: results.map { $0.tokens(by: source)?.value }) }
    tokenSource = results.allSatisfy { $0.tokenSource == .server } ? .server : .estimated
    metPromptCache = results.first?.metPromptCache
    deliveries = results.filter(\.outcome.kind.isAnswered).compactMap(\.delivery)
    let billed = attempts.filter { $0.cached == nil }
    let isKnown = billed.allSatisfy { !$0.outcome.kind.isAnswered || $0.usage?.cost != nil }
    cost = isKnown ? billed.compactMap { $0.usage?.cost }.reduce(0, +) : nil
  }

  /// Nil where any is unknown.
  private static func sum(of numbers: [Double?]) -> Double? {
    numbers.contains(nil) ? nil : numbers.compactMap(\.self).reduce(0, +)
  }
}
