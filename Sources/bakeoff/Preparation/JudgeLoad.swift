internal import Benchmark

/// Requests to judges that a suite asks for, whoever takes part and however often.
struct JudgeLoad: Hashable, Sendable {
  /// For each contestant's answers to all prompts.
  var perContestant = 0
  /// For each contestant's answers to all prompts beside those of one other.
  var perRival = 0

  func requests(contestants: Int, repetitions: Int) -> Int {
    Count.product(
      repetitions, contestants, Count.sum([perContestant, Count.product(perRival, max(contestants - 1, 0))]))
  }
}

extension JudgeLoad {
  static func + (left: JudgeLoad, right: JudgeLoad) -> JudgeLoad {
    JudgeLoad(
      perContestant: left.perContestant + right.perContestant, perRival: left.perRival + right.perRival)
  }
}
