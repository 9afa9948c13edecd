/// What one kind of check asks of an answer.
///
/// A rule holds what a suite file says, coded under the file's own keys; what the file leaves out is nil.
package protocol CheckRule: Codable, Hashable, Sendable {
  static var kind: Check.Kind { get }

  /// Its keys in a suite file, beside those that all checks have.
  static var keys: [String] { get }

  /// Reads it from a suite file; nil where something that it cannot be without is missing or wrong, which is reported.
  init?(_ place: CheckPlace, by decoder: inout SuiteDecoder)

  /// What is true of an answer that passes, as it follows "an answer that"; safe to show.
  var words: String { get }

  /// The checks in it, where it is a group's.
  var members: [Check] { get }

  /// Whether a score between 0 and 1 can come of it.
  var givesPartialCredit: Bool { get }

  /// Whether it may pass where the model did not answer but refused.
  var judgesRefusals: Bool { get }

  func examine(_ input: CheckInput) -> Finding
}

extension CheckRule {
  package var members: [Check] { [] }
  package var givesPartialCredit: Bool { false }
  package var judgesRefusals: Bool { false }
}

/// What a rule found in an answer.
package struct Finding: Hashable, Sendable {
  /// Nil where nothing could be found out.
  package var passed: Bool?
  /// From 0 to 1; nil where nothing could be found out.
  package var score: Double?
  /// What was found, to follow that word, or why nothing was; safe to show.
  package var found: String
  /// A sentence that says more than "expected …; found …".
  package var reason: String?
  /// What has to be said even where it passed.
  package var remark: String?

  /// Found out, with nothing between right and wrong.
  init(_ passed: Bool, found: String, reason: String? = nil) {
    self.init(passed: passed, score: passed ? 1 : 0, found: found, reason: reason)
  }

  /// Found out, with partial credit.
  init(passed: Bool, score: Double?, found: String, reason: String? = nil, remark: String? = nil) {
    self.passed = passed
    self.score = score
    self.found = found
    self.reason = reason
    self.remark = remark
  }

  /// Not found out.
  init(unknown why: String) {
    found = why
  }
}
