/// Makes sentences around the words of a question, for questions that nobody foresaw.
struct SentenceMaker {
  let topics: [String]

  /// Takes up the longer words at the beginning of each text, each once.
  init(topicsOf texts: [String]) {
    var seen: Set<String> = []
    let words = texts.flatMap { $0.prefix(2000).split { !$0.isLetter } }.map { $0.lowercased() }
    let topics = words.filter { $0.count > 4 && $0.count < 20 && seen.insert($0).inserted }
    self.topics = topics.isEmpty ? ["question", "answer", "matter"] : Array(topics.prefix(16))
  }

  func text(sentences count: Int, with dice: inout Dice) -> String {
    var paragraphs: [String] = []
    for start in stride(from: 0, to: count, by: 5) {
      let sentences = (start..<min(start + 5, count)).map { _ in filled(Self.statements, with: &dice) }
      paragraphs.append(sentences.joined(separator: " "))
    }
    return paragraphs.joined(separator: "\n\n")
  }

  func thought(sentences count: Int, with dice: inout Dice) -> String {
    (0..<count).map { _ in filled(Self.thoughts, with: &dice) }.joined(separator: " ") + "\n"
  }

  /// A JSON object with these keys, or with one of our own.
  func object(keys: [String], with dice: inout Dice) -> String {
    var seen: Set<String> = []
    let fields = (keys.isEmpty ? ["answer"] : keys).filter { seen.insert($0).inserted }.map { key in
      let words = (0..<(1 + dice.below(3))).map { _ in dice.pick(topics) ?? key }
      return JSON.Field(key: key, value: .string(words.joined(separator: " ")))
    }
    return String(decoding: JSON.object(fields).bytes, as: UTF8.self)
  }

  private func filled(_ patterns: [String], with dice: inout Dice) -> String {
    let pattern = dice.pick(patterns) ?? ""
    let first = dice.pick(topics) ?? ""
    let second = dice.pick(topics) ?? ""
    let filled = pattern.replacing("{a}", with: first).replacing("{b}", with: second)
    return filled.prefix(1).uppercased() + filled.dropFirst()
  }

  private static let statements = [
    "{a} is easier to understand once {b} is looked at on its own.",
    "In practice, {a} depends on {b} more than one would expect.",
    "There are two sides to {a}: what it promises, and what it costs.",
    "A good first step is to write down what {a} has to do with {b}.",
    "Most people begin with {a} and come to {b} later.",
    "If {a} changes, {b} usually follows after a while.",
    "The short answer is that {a} matters, and {b} a little less.",
    "It helps to measure {a} before and after, with everything else held still.",
    "What is often overlooked is how slowly {a} grows out of {b}.",
    "For small cases {a} is enough; for large ones {b} decides.",
    "None of this is a reason to give up {a}.",
    "Taken together, {a} and {b} explain most of what can be seen.",
  ]

  private static let thoughts = [
    "The user asks about {a}.",
    "First I should settle what {a} means here.",
    "That leaves {b} to be considered.",
    "Wait, {a} and {b} are not the same thing.",
    "Let me check {a} once more.",
    "If {a} holds, then {b} follows.",
    "The wording about {b} could be a trap.",
    "So far nothing contradicts {a}.",
    "I will keep the answer to what was asked.",
    "Counting again gives the same for {b}.",
  ]
}
