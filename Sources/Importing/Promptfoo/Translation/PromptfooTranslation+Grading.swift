internal import Benchmark

extension PromptfooTranslation {
  /// The checks of a test's assertions, and the score from which on it passes; what is none here goes to the log.
  mutating func grading(of test: PromptfooTest) -> (checks: [OrderedJSON], passScore: OrderedJSON?) {
    let assertions = test.assertions.compactMap { PromptfooAssertion($0, log: log) }
    if let objection = test.objection {
      for assertion in assertions { _ = leaveOut(assertion, objection) }
      return ([], nil)
    }
    let mark: Double?
    switch PassMark(test.threshold) {
    case .none: mark = nil
    case .score(let score): mark = score
    case .noNumber(let value):
      log.note("This 'threshold' is left out: it is no number.", at: value)
      mark = nil
    case .outOfRange(let value):
      log.note(
        "This 'threshold' is left out, and the assertions with it: a suite's 'pass_score' is a share above 0, up to 1.",
        at: value)
      return ([], nil)
    }
    let checks = checks(of: assertions)
    guard let mark, !checks.isEmpty else { return (checks, nil) }
    if checks.count == assertions.count(where: { $0.weight > 0 }) { return (checks, OrderedJSON(mark)) }
    for value in [test.threshold].compactMap(\.self) {
      log.note("All assertions of the test are left out: this 'threshold' is about their score together.", at: value)
    }
    return ([], nil)
  }

  /// What the threshold of a test, or of a set, asks for.
  private enum PassMark {
    case none
    case score(Double)
    case noNumber(ForeignValue)
    /// Every answer reaches it, or none does.
    case outOfRange(ForeignValue)

    init(_ value: ForeignValue?) {
      guard let value else {
        self = .none
        return
      }
      guard let number = value.number else {
        self = .noNumber(value)
        return
      }
      self = number > 0 && number <= 1 ? .score(number) : .outOfRange(value)
    }
  }

  mutating func checks(of assertions: [PromptfooAssertion]) -> [OrderedJSON] {
    assertions.compactMap { assertion in
      guard var check = check(assertion) else { return nil }
      if assertion.weight != 1 { check["weight"] = OrderedJSON(assertion.weight) }
      if assertion.isInverted { check["not"] = true }
      if let metric = assertion.metric { check["name"] = .string(metric) }
      guard let objection = Objection.to(check: check) else { return check }
      return leaveOut(assertion, objection)
    }
  }

  private mutating func check(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    if assertion.weight <= 0 {
      log.note("An assertion of weight 0 is left out: every check counts.", at: assertion.place)
      return nil
    }
    if let other = assertion.others.first {
      return leaveOut(
        assertion, "its \(other.quotedExcerpt()) is not carried over, and without it the check is another.")
    }
    switch transform(before: assertion) {
    case .nothing: return check(reading: assertion)
    case .path(let path): return check(assertion, at: path)
    case .program:
      return leaveOut(assertion, "promptfoo transforms the answer before it, and a suite checks it as it came.")
    }
  }

  /// What the answer goes through before an assertion reads its text.
  private func transform(before assertion: PromptfooAssertion) -> PromptfooTransform {
    if ["latency", "cost", "finish-reason", "assert-set"].contains(assertion.type) { return .nothing }
    let transforms = [options.transform, assertion.transform].compactMap(\.self).map { value in
      value.string.map(PromptfooTransform.init) ?? .program
    }
    let real = transforms.filter { $0 != .nothing }
    return real.count > 1 ? .program : real.first ?? .nothing
  }

  /// What stands at a path of a JSON answer is a value; other comparisons of it have no check.
  private mutating func check(_ assertion: PromptfooAssertion, at path: String) -> OrderedJSON? {
    guard assertion.type == "equals", !assertion.isInverted else {
      return leaveOut(assertion, "it is about a part of the answer, of which 'json_path' compares the whole alone.")
    }
    guard let value = value(of: assertion) else { return nil }
    if let text = value.string, text.contains("{{") || JSONReader.read(Array(text.utf8)).root != nil {
      return leaveOut(assertion, "promptfoo compares it as text, and 'json_path' tells numbers from texts.")
    }
    return ["type": "json_path", "path": .string(path), "equals": value]
  }
}

// MARK: - Sets

extension PromptfooTranslation {
  /// A set without a threshold asks for all of its assertions; one with a threshold for a share of their weight.
  mutating func set(_ assertion: PromptfooAssertion) -> OrderedJSON? {
    let assertions = assertion.members.compactMap { PromptfooAssertion($0, log: log) }
    let members = checks(of: assertions)
    if members.isEmpty { return leaveOut(assertion, "nothing of it is left.") }
    guard let threshold = assertion.threshold else { return ["type": "all", "checks": .array(members)] }
    let isWhole = members.count == assertion.members.count && assertions.allSatisfy { $0.weight == 1 }
    let isPlain = members.allSatisfy { $0["type"] != "judge" && $0["type"] != "similarity" && $0["all"] == nil }
    let needed = Int((min(max(threshold, 0), 2) * Double(members.count) - 1e-9).rounded(.up))
    switch needed {
    case members.count where isWhole: return ["type": "all", "checks": .array(members)]
    case 1 where isWhole && isPlain: return ["type": "any", "checks": .array(members)]
    default: return leaveOut(assertion, "its threshold asks for more than one and less than all of its assertions.")
    }
  }
}
