package import Benchmark

/// One cell of the plan and what became of it.
package struct Cell: Sendable {
  package let trial: Trial
  /// All of the run, and where those of this cell stand among them: a second copy of each would be most of a report.
  private let all: [AttemptRecord]
  private let places: [Int]
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

  /// `places` are those of its attempts in the run's.
  init(_ trial: Trial, record: TrialRecord?, at places: [Int], of run: Run, grades: [String: Grade]) {
    self.trial = trial
    self.places = places
    all = run.attempts
    let attempts = places.map { run.attempts[$0] }
    state = Cell.state(record, attempts, isOver: { run.record.isOver(trial, with: attempts) })
    assessment = run.record.suite.prompts[trial.prompt].assessment(of: attempts, grades: grades)
  }

  /// In the order in which they were made; the last is the result.
  package var attempts: [AttemptRecord] { places.map { all[$0] } }

  package var result: AttemptRecord? { places.last.map { all[$0] } }

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
