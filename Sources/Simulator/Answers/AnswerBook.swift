/// Answers to the questions of the shipped suites, so that a simulated run has something to compare.
enum AnswerBook {
  /// A question with answers that pass its checks and answers that do not.
  struct Entry: Sendable {
    let question: String
    let good: [String]
    let flawed: [String]
  }

  static let entries = starter + extraction + reasoning

  static func entry(for question: String) -> Entry? {
    byQuestion[question]
  }

  private static let byQuestion = Dictionary(entries.map { ($0.question, $0) }) { first, _ in first }
}
