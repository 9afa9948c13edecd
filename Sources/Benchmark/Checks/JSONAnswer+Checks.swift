extension JSONAnswer {
  /// The answer of a check that has the key `fenced`.
  init(in answer: String, fenced: Bool) throws(Fault) {
    try self.init(in: answer, accepting: fenced ? .fenced : .plain)
  }
}

extension Finding {
  /// An answer that is not the JSON it should be.
  init(_ fault: JSONAnswer.Fault, in answer: String) {
    self.init(
      false, found: answer.trimmed.shown, reason: fault.words(remedy: "allow it with \"fenced\": true"))
  }
}
