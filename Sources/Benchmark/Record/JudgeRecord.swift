/// A request to a judge and all that was seen of it, written when it ended: it was spent, whatever grade comes of it.
package struct JudgeRecord: Codable, Hashable, Sendable {
  /// The trial's attempt that the judge was asked about.
  package var attempt: Int
  /// The fingerprint of the check's rule.
  package var check: String
  /// In a comparison, the other answer.
  package var against: GradeRecord.Opponent?
  /// Its trial, prompt and repetition are those that it is about, its contestant is the judge.
  package var request: AttemptRecord

  package init(attempt: Int, check: String, against: GradeRecord.Opponent? = nil, request: AttemptRecord) {
    self.attempt = attempt
    self.check = check
    self.against = against
    self.request = request
  }
}
