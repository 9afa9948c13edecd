// What a journal's other lines say, held against what can be: each throws `ImpossibleNumber`.

extension SessionRecord {
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["session": session])
  }
}

extension CalibrationRecord {
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["session": session, "concurrency": concurrency, "streams": streams])
  }
}

extension LimitRecord {
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["session": session, "allowed": allowed])
  }
}

extension AdaptationRecord {
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["session": session])
  }
}

extension TrialRecord {
  package func verify() throws(ImpossibleNumber) {
    try Count.verify(["trial": trial, "repetition": repetition, "attempts": attempts])
  }
}

extension JudgeRecord {
  /// Likewise with its request's numbers found to be possible.
  package func admitted() throws(ImpossibleNumber) -> JudgeRecord {
    try Count.verify(["attempt": attempt, "against.trial": against?.trial, "against.attempt": against?.attempt])
    var record = self
    record.request = try request.admitted()
    return record
  }
}

extension GradeRecord {
  /// Likewise with the requests in it.
  package func admitted() throws(ImpossibleNumber) -> GradeRecord {
    try Count.verify([
      "session": session, "trial": trial, "attempt": attempt, "repetition": repetition,
      "against.trial": against?.trial, "against.attempt": against?.attempt,
    ])
    if let score = grade.score, !(0...1).contains(score) { throw ImpossibleNumber("score", "\(score)") }
    guard let requests else { return self }
    var (record, admitted) = (self, [AttemptRecord]())
    for request in requests { admitted.append(try request.admitted()) }
    record.requests = admitted
    return record
  }
}
