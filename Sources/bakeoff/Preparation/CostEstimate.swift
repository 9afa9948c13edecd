internal import Benchmark
internal import Harness

/// What a plan over paid models may cost, by the catalogue's prices.
struct CostEstimate: Hashable, Sendable {
  /// US dollars, of the models whose price is known.
  var sum = 0.0
  /// Paid models without a price.
  var unknown: [String] = []
  /// Some answer has no limit of tokens.
  var isAssumed = false
  /// Judges are in the sum.
  var hasJudges = false

  /// `judging` is what judges will be asked.
  init(_ trials: [Trial], judging tasks: [GradingTask] = [], of record: RunRecord, prices: PriceList) {
    for trials in Dictionary(grouping: trials, by: { [$0.prompt, $0.contestant] }).values {
      let trial = trials[0]
      add(
        prices.likely(trial, in: record), times: trials.count, of: record.contestants[trial.contestant].model,
        isAssumed: record.parameters(of: trial).tokenLimit == nil)
    }
    for tasks in Dictionary(grouping: tasks, by: Question.init).values {
      guard let rule = tasks[0].rule as? JudgeRule else { continue }
      add(
        prices.likely(tasks[0], in: record), times: tasks.count, of: rule.model,
        isAssumed: rule.parameters?.tokenLimit == nil)
    }
    hasJudges = !tasks.isEmpty
    unknown.sort()
  }

  /// What decides the cost of a question to a judge.
  private struct Question: Hashable {
    let prompt: Int
    let contestant: Int
    let rival: Int?
    let rule: JudgeRule?

    init(_ task: GradingTask) {
      (prompt, contestant, rival) = (task.trial.prompt, task.trial.contestant, task.against?.contestant)
      rule = task.rule as? JudgeRule
    }
  }

  private mutating func add(_ cost: Double?, times count: Int, of model: String, isAssumed: Bool) {
    guard let cost else {
      if !unknown.contains(model) { unknown.append(model) }
      return
    }
    sum += cost * Double(count)
    self.isAssumed = self.isAssumed || cost > 0 && isAssumed
  }

  /// The sum and what it rests on.
  var description: String {
    let limit = isAssumed ? " (\(PriceList.assumedAnswer) where none is set)" : ""
    let known =
      "about \(Dollars.text(sum)) by the catalogue's prices\(hasJudges ? ", judges included" : ""), with a token for every "
      + "4 bytes of prompt and answers as long as their limit of tokens\(limit)"
    let others = unknown.isEmpty ? "" : "; the price of \(unknown.joined(separator: ", ")) is not known"
    return known + others
  }
}
