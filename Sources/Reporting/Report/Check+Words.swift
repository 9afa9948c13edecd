import Benchmark

extension Check {
  /// What it asks for, on one line.
  var words: String {
    switch self {
    case .equals(let value, let ignoringCase): "is “\(value)”" + suffix(ignoringCase)
    case .contains(let value, let ignoringCase): "contains “\(value)”" + suffix(ignoringCase)
    case .regex(let pattern, let ignoringCase): "matches /\(pattern)/" + suffix(ignoringCase)
    case .json(let keys, let fenced):
      "is JSON" + (keys.isEmpty ? "" : " with " + keys.joined(separator: ", "))
        + (fenced ? ", a code fence allowed" : "")
    }
  }

  private func suffix(_ ignoringCase: Bool) -> String { ignoringCase ? " in any case" : "" }
}
