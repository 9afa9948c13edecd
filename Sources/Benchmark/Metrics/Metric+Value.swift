extension Metric {
  /// The number for a trial's attempts, given in order: that of its one request, or what a conversation's come to.
  ///
  /// Times, waits and tokens add up, the first request tells when the first text came, the last one how fast it came.
  package func total(of attempts: [AttemptRecord]) -> Double? {
    let requests = attempts.byRequest
    guard requests.count > 1 else { return value(of: attempts) }
    switch self {
    case .timeToFirstToken, .timeToFirstAnswer: return requests.first.flatMap(value)
    case .queue, .connect, .thinking, .latency, .retry, .tokens: return sum(over: requests)
    case .wall: return value(of: attempts)
    default: return requests.last.flatMap(value)
    }
  }

  /// Nil where any is unknown.
  private func sum(over requests: some Collection<[AttemptRecord]>) -> Double? {
    let values = requests.compactMap(value)
    return values.count == requests.count ? values.reduce(0, +) : nil
  }

  /// The number for one request's attempts, given in order: the last one's own, or where waits count, from the first on.
  package func value(of attempts: some BidirectionalCollection<AttemptRecord>) -> Double? {
    guard let first = attempts.first, let last = attempts.last else { return nil }
    // What the cache answered took no time; how long the answer is does not depend on that.
    if last.cached != nil, self != .tokens { return nil }
    return switch self {
    case .queue: last.queueTime.milliseconds
    case .connect: last.connectTime?.milliseconds
    case .timeToFirstToken: last.timeToFirstToken?.milliseconds
    case .timeToFirstAnswer: last.timeToFirstAnswer?.milliseconds
    case .thinking: last.thinkingTime?.milliseconds
    case .latency: last.latency?.milliseconds
    case .wall: last.milliseconds(to: \.ended, sinceQueueing: first)
    case .retry: last.milliseconds(to: \.queued, sinceQueueing: first)
    case .decodeRate: last.decodeRate
    case .answerRate: last.answerRate
    case .outputRate: last.outputRate
    case .timePerToken: last.decodeRate.flatMap { $0 > 0 ? 1000 / $0 : nil }
    case .medianGap: last.readGaps.median?.value
    case .longestGap: last.readGaps.maximum?.value
    case .stalls: last.stallCount
    case .answerCharacterRate: last.answerCharacterRate
    case .tokens: last.tokens?.value
    }
  }

  /// What a trial's attempts add to this metric's statistics; nil for what says nothing about it.
  ///
  /// Answers count as they are. A timeout is longer than its limit, unless the time in question was over before.
  /// Other failures, attempts during which the machine slept, and cached answers stay out.
  package func measured(of attempts: [AttemptRecord], deadlines: DeadlineRecord) -> Measured? {
    let requests = attempts.byRequest
    guard let last = attempts.last, requests.allSatisfy({ $0.last?.isTimed ?? true }) else { return nil }
    let kind = last.outcome.kind
    if kind.isAnswered { return total(of: attempts).map { Measured($0) } }
    guard kind.isTimeout else { return nil }
    switch self {
    case .timeToFirstToken, .timeToFirstAnswer:
      guard last.streamed else { return nil }
      return total(of: attempts).map { Measured($0) } ?? last.outlasted(deadlines).map(Measured.longer(than:))
    case .latency:
      guard let earlier = sum(over: requests.dropLast()), let outlasted = last.outlasted(deadlines) else { return nil }
      return .longer(than: earlier + outlasted)
    default: return nil
    }
  }
}

extension AttemptRecord {
  /// Stamps of two sessions count from different moments, so nothing between them is known.
  fileprivate func milliseconds(
    to stamp: KeyPath<Timeline, Nanoseconds>, sinceQueueing first: AttemptRecord
  ) -> Double? {
    session == first.session ? (timeline[keyPath: stamp] - first.timeline.queued).milliseconds : nil
  }

  /// Gaps of more than a second; nil where there is no gap at all.
  fileprivate var stallCount: Double? {
    let gaps = readGaps.sorted
    return gaps.isEmpty ? nil : Double(gaps.count { $0.value > 1000 })
  }

  /// The milliseconds that a timed-out attempt's latency is longer than; a gap's limit says less than its whole wait.
  fileprivate func outlasted(_ deadlines: DeadlineRecord) -> Double? {
    let limit: Double? =
      switch outcome.kind {
      case .timeoutConnect: deadlines.connect
      case .timeoutFirstToken: deadlines.firstToken
      case .timeoutTotal: deadlines.total
      default: nil
      }
    return limit.map { $0 * 1000 } ?? timeline.sent.map { (timeline.ended - $0).milliseconds }
  }
}
