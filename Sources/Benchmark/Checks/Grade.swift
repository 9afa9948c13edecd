/// What a program or a judge says of an answer.
package struct Grade: Codable, Hashable, Sendable {
  /// From 0 to 1; nil where it came to nothing.
  package var score: Double?
  /// Where a program says so itself; nil leaves it to the score.
  package var passed: Bool?
  /// Its own words.
  package var reason: String?
  /// Why it came to nothing, as a clause; nil where it came to something.
  package var failure: String?

  package init(score: Double?, passed: Bool? = nil, reason: String? = nil) {
    self.score = score
    self.passed = passed
    self.reason = reason
  }

  /// Nothing came of it.
  package init(failure: String) {
    self.failure = failure
  }
}

/// A rule that something outside decides: a program or a judge.
package protocol GradedRule: CheckRule {
  /// Tells rules apart by all that the grade depends on; equal rules share one.
  var fingerprint: String { get }
}

extension GradedRule {
  package var givesPartialCredit: Bool { true }

  /// Hexadecimal, of the parts and where each of them ends.
  func fingerprint(of parts: [String]) -> String {
    let framed = ([Self.kind.rawValue] + parts).map { "\($0.utf8.count):\($0)" }.joined()
    return String(SHA256.hex(Array(framed.utf8)).prefix(16))
  }

  /// What the grade comes to, where there is one; `least` is the score that passes, `shown` makes words of a score.
  func finding(in input: CheckInput, least: Double, shown: (Double) -> String) -> Finding {
    guard let grade = input.grades[fingerprint] else { return Finding(unknown: "nobody has graded it yet") }
    guard let score = grade.score else {
      return Finding(unknown: (grade.failure ?? "no grade came of it").excerpt(300))
    }
    let reason = grade.reason.map { ": \($0.excerpt(300))" } ?? ""
    // A third of three is one, whatever binary fractions make of it.
    return Finding(
      passed: grade.passed ?? (score + 1e-9 >= least), score: score, found: shown(score) + reason,
      remark: shown(score) + reason)
  }
}

extension Check {
  /// The rules in it, its group's members' included, that something outside decides.
  package var gradedRules: [any GradedRule] {
    if let rule = rule as? any GradedRule { return [rule] }
    return rule.members.flatMap(\.gradedRules)
  }
}
