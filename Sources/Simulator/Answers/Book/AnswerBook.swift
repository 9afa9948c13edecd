/// Answers to the questions of the shipped suites, so that a simulated run has something to compare.
enum AnswerBook {
  /// A question with answers that pass its checks and answers that do not.
  struct Entry: Sendable {
    let question: String
    var subject = Subject.general
    /// Words that the conversation must hold: a reader who never saw them cannot answer well.
    var needs: [String] = []
    let good: [Answer]
    let flawed: [Answer]
  }

  /// What is said in the end, after some rounds of calls.
  struct Answer: Hashable, Sendable {
    /// The calls of each round, one round after the other.
    var calls: [[ToolCall]] = []
    /// After calls, `{key}` stands for what the tools answered under that key: the first mention for the first value.
    let text: String
  }

  static let entries: [Entry] = [
    starter, extraction, reasoning, tools, dialogue, vision, longContext, languages, code,
  ].flatMap(\.self)

  static func entry(for question: String) -> Entry? {
    byQuestion[question]
  }

  private static let byQuestion = Dictionary(entries.map { ($0.question, $0) }) { first, _ in first }
}

extension AnswerBook.Entry {
  init(
    question: String, subject: Subject = .general, needs: [String] = [], good: [String], flawed: [String]
  ) {
    self.init(
      question: question, subject: subject, needs: needs, good: good.map { AnswerBook.Answer(text: $0) },
      flawed: flawed.map { AnswerBook.Answer(text: $0) })
  }
}
