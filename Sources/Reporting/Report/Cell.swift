package import Benchmark

/// One cell of the plan and what became of it, in numbers; its answers are read again when they are asked for.
///
/// A class, since a report holds every cell in several lists.
package final class Cell: Sendable {
  package let trial: Trial
  package let state: State
  /// How its last attempt ended; nil where none was made.
  package let outcome: OutcomeClass?
  /// Whether its last attempt failed for reasons of the service or the account, and tells nothing of the model.
  package let isUnavailability: Bool
  /// Whether any of it is an answer that an earlier run got.
  package let isCached: Bool
  /// What the prompt's checks found; all failed where there is no answer to judge.
  ///
  /// Kept, since a check may run out of time: asked twice, it might say two things.
  package let assessment: Assessment
  /// Whether the checks let it pass; nil without a check, where that hangs on an ungraded one, and for a cell that
  /// does not count.
  package let passes: Bool?
  /// From 0 to 1; nil where `passes` is, and where any check is ungraded.
  package let score: Double?
  let numbers: CellNumbers
  let events: CellEvents
  private let record: CellRecord

  /// How far a cell of the plan came.
  package enum State: Hashable, Sendable {
    case settled
    /// Why, in words.
    case notSent(String)
    /// The journal ends before it was settled.
    case notRecorded
    /// A line of the journal that told its answer, or a part of it, is damaged.
    case lost
  }

  /// `contents` are those that the record has for it.
  init(_ trial: Trial, _ contents: CellContents, in record: CellRecord) {
    let last = contents.result
    let run = record.run
    let line = record.line(of: trial)
    let state =
      run.record.hasLost(trial, settled: line, with: contents.attempts)
      ? State.lost
      : State(line, contents.attempts, isOver: { run.record.isOver(trial, with: contents.attempts) })
    let counts = state == .settled && last?.outcome.kind.isContestants == true
    self.trial = trial
    self.state = state
    self.record = record
    outcome = last?.outcome.kind
    isUnavailability = last?.isUnavailability ?? false
    isCached = contents.attempts.contains { $0.cached != nil }
    assessment = record.assessment(of: contents, in: trial)
    passes = counts ? assessment.passes : nil
    score = counts ? assessment.score : nil
    numbers = CellNumbers(contents, deadlines: run.record.deadlines)
    events = CellEvents(contents)
  }

  /// Its attempts, from the journal: worth keeping no longer than they are looked at.
  package var contents: CellContents { record.contents(of: trial) }

  /// Whether it says anything about the contestant: it was sent, it ended, not by our own hand, and not because the
  /// account was refused.
  package var counts: Bool { state == .settled && outcome?.isContestants == true }

  /// What was said of its failure; nil where it did not fail, or nothing was said.
  package var failureMessage: String? { events.failureMessage }

  package var isAnswered: Bool { counts && outcome?.isAnswered ?? false }
}

extension OutcomeClass {
  fileprivate var isContestants: Bool { self != .cancelled && !isOfAccount }
}

extension Cell.State {
  fileprivate init(_ record: TrialRecord?, _ attempts: [AttemptRecord], isOver: () -> Bool) {
    // What an earlier session sent in vain stays what it was when a later one does not come to it.
    if let reason = record?.notSent, attempts.isEmpty {
      self = .notSent(reason)
    } else if let last = attempts.last {
      // An answer whose trial line a crash took is an answer all the same; half a conversation is none.
      let isComplete = record.map { !$0.wasCutShort(after: last) } ?? (last.outcome.kind.isAnswered && isOver())
      self = isComplete ? .settled : .notRecorded
    } else {
      self = .notRecorded
    }
  }
}
