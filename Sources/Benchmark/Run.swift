/// A recorded run as its journal tells it: what every report is made from.
package struct Run: Hashable, Sendable {
  package var record: RunRecord
  package var sessions: [SessionRecord]
  /// What the harness itself added, where a run measured that first.
  package var calibrations: [CalibrationRecord] = []
  package var attempts: AttemptList
  /// Limits that servers named on the way.
  package var limits: [LimitRecord] = []
  /// Fields that servers refused on the way.
  package var adaptations: [AdaptationRecord] = []
  package var trials: [TrialRecord]
  /// Which checks took the place of others, in the order in which they did; the record has them already.
  package var checks: [ChecksRecord] = []
  /// What programs and judges said, in the order in which they said it.
  package var grades: [GradeRecord] = []
  /// What was asked of judges, in the order in which it ended.
  package var judgements: [JudgeRecord] = []
  /// What a reader of the journal has to know ("the last line was torn and is left out"), as whole sentences.
  package var warnings: [String]
  /// Lines in the middle of the journal that could not be read; a torn last line is none of them.
  package var damagedLines = 0
  /// The prompts among them, by their indices: something else stands in their place, which nobody was asked.
  package var damagedPrompts: Set<Int> = []

  package init(
    record: RunRecord, sessions: [SessionRecord] = [], attempts: [AttemptRecord] = [], trials: [TrialRecord] = [],
    warnings: [String] = []
  ) {
    self.record = record
    self.sessions = sessions
    self.attempts = AttemptList(attempts)
    self.trials = trials
    self.warnings = warnings
  }

  /// Takes in a grade; what an early journal told in it of requests becomes what it is now.
  package mutating func add(_ grade: GradeRecord) {
    judgements += (grade.requests ?? []).map {
      JudgeRecord(attempt: grade.attempt, check: grade.check, against: grade.against, request: $0)
    }
    grades.append(grade)
    grades[grades.count - 1].requests = nil
  }

  /// Whether any number of this run comes from a simulated server.
  package var isSimulated: Bool { attempts.isSimulated }
}
