extension Check {
  /// Tests an answer's text.
  ///
  /// Letters are compared as people read them: an accented letter is the same however it is encoded.
  package func judge(_ answer: String) -> CheckResult {
    let reason =
      switch self {
      case .equals(let value, let ignoringCase): Self.difference(of: answer, from: value, ignoringCase)
      case .contains(let value, let ignoringCase): Self.absence(of: value, in: answer, ignoringCase)
      case .regex(let pattern, let ignoringCase): Self.mismatch(of: pattern, in: answer, ignoringCase)
      case .json(let keys, let fenced): Self.fault(inJSON: answer, keys: keys, fenced: fenced)
      }
    return CheckResult(check: self, passed: reason == nil, reason: reason)
  }

  private static func difference(of answer: String, from value: String, _ ignoringCase: Bool) -> String? {
    let text = answer.trimmed
    let isEqual = ignoringCase ? text.lowercased() == value.lowercased() : text == value
    return isEqual ? nil : "expected \(shown(value)); found \(shown(text))"
  }

  private static func absence(of value: String, in answer: String, _ ignoringCase: Bool) -> String? {
    let isThere = ignoringCase ? answer.lowercased().contains(value.lowercased()) : answer.contains(value)
    return isThere ? nil : "expected to contain \(shown(value)); found \(shown(answer))"
  }

  private static func mismatch(of pattern: String, in answer: String, _ ignoringCase: Bool) -> String? {
    do throws(CheckPattern.Fault) {
      let compiled = try CheckPattern(pattern, ignoringCase: ignoringCase)
      return switch compiled.search(answer) {
      case .found: nil
      case .absent: "expected a match of \(shown(pattern)); found \(shown(answer))"
      case .givenUp:
        "the pattern \(shown(pattern)) was given up: on an answer like \(shown(answer)) it would search for ever"
      }
    } catch {
      return "the pattern \(shown(pattern)) does not compile: \(error.reason.excerpt())"
    }
  }

  static func shown(_ text: String) -> String {
    text.isEmpty ? "nothing" : "\"\(text.excerpt())\""
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
