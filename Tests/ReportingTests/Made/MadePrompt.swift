import Benchmark

/// Questions and answers of a made-up suite.
enum MadePrompt {
  static func prompt(_ number: Int) -> Prompt {
    let (left, right) = (number + 12, number * 3 + 7)
    return Prompt(
      id: "sum-\(number + 1)", text: "What is \(left) + \(right)?\nExplain it in two sentences, then give the sum.",
      checks: [Check(ContainsRule("\(left + right)"))])
  }

  static func answer(to number: Int, isRight: Bool) -> String {
    let (left, right) = (number + 12, number * 3 + 7)
    let sum = isRight ? left + right : left + right + 1
    return "Adding **\(left)** and \(right) means counting on from the larger one.\n\nThe sum is \(sum)."
  }
}
