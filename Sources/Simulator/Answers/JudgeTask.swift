/// A request to judge answers, which stand between lines like `[x7 answer begins]` and `[x7 answer ends]`.
struct JudgeTask {
  /// What the lines have in common.
  let marker: String
  private let task: String
  private let reference: String?
  /// One, or the two that are compared.
  private let answers: [String]

  /// Nil for a question of another kind.
  init?(_ question: String) {
    guard question.hasPrefix("["), let head = question.prefixMatch(of: /\[(\w+) task begins\]/) else { return nil }
    let marker = String(head.output.1)
    func part(_ name: String) -> String? {
      guard let start = question.firstRange(of: "[\(marker) \(name) begins]\n"),
        let end = question.firstRange(of: "\n[\(marker) \(name) ends]"), start.upperBound <= end.lowerBound
      else { return nil }
      return String(question[start.upperBound..<end.lowerBound])
    }
    self.marker = marker
    task = part("task") ?? ""
    reference = part("reference answer, known to be good")
    answers = [part("answer")].compactMap(\.self) + [part("answer A"), part("answer B")].compactMap(\.self)
    guard !answers.isEmpty else { return nil }
  }

  /// The verdict as JSON: a score from 0 to 10 for one answer, the better of two.
  func verdict(by model: SimulatedModel, with dice: inout Dice) -> String {
    let scores = answers.map { score(of: $0, by: model, with: &dice) }
    let verdict: JSON =
      scores.count == 1
      ? ["reason": .string(Self.words(for: scores[0])), "score": .integer(scores[0])]
      : [
        "reason": "I have held both against the rubric.",
        "winner": .string(Self.winner(scores[0], scores[1], with: &dice)),
      ]
    return String(decoding: verdict.bytes, as: UTF8.self)
  }

  /// A judge who errs is three points too mild or too strict.
  private func score(of answer: String, by model: SimulatedModel, with dice: inout Dice) -> Int {
    let fair = merit(of: answer) + dice.below(2)
    let error = dice.chance(model.accuracy) ? 0 : dice.chance(0.5) ? 3 : -3
    return min(10, max(0, fair + error))
  }

  /// From 0 to 9: what the book or the reference says of an answer, else something that depends on its words.
  private func merit(of answer: String) -> Int {
    if answer.isEmpty { return 0 }
    if let reference, answer.contains(reference) { return 9 }
    let entry = AnswerBook.entry(for: task)
    if entry?.good.contains(where: { answer.contains($0.text) }) == true { return 9 }
    if entry?.flawed.contains(where: { answer.contains($0.text) }) == true { return 2 }
    var own = Dice(seed: 0, task, answer)
    return 4 + own.below(5)
  }

  /// Of two that are nearly as good, many judges prefer the one that they have read first.
  private static func winner(_ first: Int, _ second: Int, with dice: inout Dice) -> String {
    if abs(first - second) > 1 { return first > second ? "A" : "B" }
    return dice.chance(0.4) ? "tie" : dice.chance(0.7) ? "A" : "B"
  }

  private static func words(for score: Int) -> String {
    switch score {
    case 8...: "It does what the rubric asks for."
    case 5...7: "It does most of what the rubric asks for, and not all."
    default: "It misses what the rubric asks for."
    }
  }
}
