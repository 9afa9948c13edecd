/// What a program or a judge said of a trial's answer: reports read it and ask nobody again.
package struct GradeRecord: Codable, Hashable, Sendable {
  package var session: Int
  /// The trial's number in the plan.
  package var trial: Int
  /// The trial's attempt that was graded: the grade of an answer that was asked for again does not hold for the new one.
  package var attempt: Int
  /// The prompt's id.
  package var prompt: String
  /// The contestant's name.
  package var contestant: String
  package var repetition: Int
  /// The fingerprint of the check's rule.
  package var check: String
  /// In a comparison, the other answer; the grade is that of the first, the other has what is missing to 1.
  package var against: Opponent?
  /// UTC when it was given, RFC 3339 with milliseconds.
  package var wall: String
  package var grade: Grade
  /// The judge's requests, as journals told them before each had a line of its own; nil since.
  package var requests: [AttemptRecord]?

  /// The answer that another one is compared with.
  package struct Opponent: Codable, Hashable, Sendable {
    package var trial: Int
    package var attempt: Int
    package var contestant: String

    package init(trial: Int, attempt: Int, contestant: String) {
      self.trial = trial
      self.attempt = attempt
      self.contestant = contestant
    }
  }

  package init(
    session: Int, trial: Int, attempt: Int, prompt: String, contestant: String, repetition: Int, check: String,
    against: Opponent? = nil, wall: String, grade: Grade
  ) {
    self.session = session
    self.trial = trial
    self.attempt = attempt
    self.prompt = prompt
    self.contestant = contestant
    self.repetition = repetition
    self.check = check
    self.against = against
    self.wall = wall
    self.grade = grade
  }
}
