internal import Benchmark

/// Who beside ourselves a suite wants to look at answers: found in one walk through its prompts.
struct GradingNeeds: Sendable {
  /// The models that judge, in the order in which prompts name them, with what is asked of each.
  private(set) var judges: [(model: String, load: JudgeLoad)] = []
  /// The first check that starts a program.
  private(set) var program: (command: [String], prompt: String)?

  init(of suite: Suite) {
    for prompt in suite.prompts {
      for rule in prompt.gradedRules { add(rule, of: prompt) }
    }
  }

  var isEmpty: Bool { judges.isEmpty && program == nil }

  /// Of the judges that count.
  func load(where counts: (String) -> Bool = { _ in true }) -> JudgeLoad {
    judges.filter { counts($0.model) }.map(\.load).reduce(JudgeLoad(), +)
  }

  private mutating func add(_ rule: any GradedRule, of prompt: Prompt) {
    if let rule = rule as? ProgramRule, program == nil { program = (rule.command, prompt.id) }
    guard let rule = rule as? JudgeRule else { return }
    let index = judges.firstIndex { $0.model == rule.model } ?? judges.count
    if index == judges.count { judges.append((rule.model, JudgeLoad())) }
    // Two answers are one case, asked in both orders.
    if rule.isComparison { judges[index].load.perRival += 1 } else { judges[index].load.perContestant += 1 }
  }
}
