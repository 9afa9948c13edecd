package import Benchmark

/// One cell of the plan and what became of it.
package struct Cell: Hashable, Sendable {
  package let trial: Trial
  /// In the order in which they were made; the last is the result.
  package let attempts: [AttemptRecord]
  package let state: State
  /// What the prompt's checks found; all failed where there is no answer to judge.
  package let assessment: Assessment

  /// How far a cell of the plan came.
  package enum State: Hashable, Sendable {
    case settled
    /// Why, in words.
    case notSent(String)
    /// The journal ends before it was settled.
    case notRecorded
  }

  init(_ trial: Trial, record: TrialRecord?, attempts: [AttemptRecord], in run: RunRecord, grades: [String: Grade]) {
    self.trial = trial
    self.attempts = attempts
    state = Cell.state(record, attempts, isOver: { run.isOver(trial, with: attempts) })
    assessment = run.suite.prompts[trial.prompt].assessment(of: attempts, grades: grades)
  }

  package var result: AttemptRecord? { attempts.last }

  /// The last attempt of each of its requests: of one, or of a conversation's in order.
  package var results: [AttemptRecord] { attempts.byRequest.compactMap(\.last) }

  /// The attempts that ended by themselves: what we broke off and resumed is nobody's failure.
  package var tries: [AttemptRecord] { attempts.filter { $0.outcome.kind != .cancelled } }

  /// Whether it says anything about the contestant: it was sent, it ended, and not by our own hand.
  package var counts: Bool { state == .settled && result.map { $0.outcome.kind != .cancelled } ?? false }

  /// Whether any of it is an answer that an earlier run got.
  package var isCached: Bool { attempts.contains { $0.cached != nil } }

  package var isAnswered: Bool { counts && result?.outcome.kind.isAnswered ?? false }

  /// Whether the checks let it pass; nil without a check, where that hangs on an ungraded one, and for a cell that
  /// does not count.
  package var passes: Bool? { counts ? assessment.passes : nil }

  /// From 0 to 1; nil where `passes` is, and where any check is ungraded.
  package var score: Double? { counts ? assessment.score : nil }

  private static func state(_ record: TrialRecord?, _ attempts: [AttemptRecord], isOver: () -> Bool) -> State {
    // What an earlier session sent in vain stays what it was when a later one does not come to it.
    if let reason = record?.notSent, attempts.isEmpty { return .notSent(reason) }
    guard let last = attempts.last else { return .notRecorded }
    // An answer whose trial line a crash took is an answer all the same; half a conversation is none.
    let isComplete = record.map { !$0.wasCutShort(after: last) } ?? (last.outcome.kind.isAnswered && isOver())
    return isComplete ? .settled : .notRecorded
  }
}
