import Benchmark

/// What a report tells of a cell besides its figures.
struct CellEvents: Hashable, Sendable {
  /// Whether it came to more than one request.
  let isConversation: Bool
  /// Whether no request of it had to be sent again.
  let isFirstTry: Bool
  /// How those ended that were sent again.
  let retried: [OutcomeClass]
  /// Answers of which something had to be taken off around the JSON that was asked for.
  let stripped: Int
  /// The machine slept during the last attempt.
  let suspended: Bool
  /// The model that answered in place of the requested one.
  let substitute: String?
  /// HTTP status and words of a result that is no answer.
  let failureStatus: Int?
  let failureMessage: String?
  /// What was odd about the result without making it a failure.
  let notes: [String]

  init(_ contents: CellContents) {
    let (tries, results, last) = (contents.tries, contents.results, contents.result)
    isConversation = contents.attempts.contains { $0.step != nil }
    isFirstTry = tries.count == results.count
    retried = tries.byRequest.flatMap { $0.dropLast().map(\.outcome.kind) }
    stripped = results.count { $0.stripped?.isEmpty == false }
    suspended = last?.suspended ?? false
    substitute = last?.substitute
    let failed = last.flatMap { $0.outcome.kind.isAnswered ? nil : $0 }
    failureStatus = failed?.status
    failureMessage = failed?.outcome.message
    notes = last?.notes ?? []
  }
}
