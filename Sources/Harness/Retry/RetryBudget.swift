/// How often a run may send something again: a fifth of its trials, ten at least, in equal shares for all contestants.
///
/// A share, so that a model which fails all the time does not use up what others need.
struct RetryBudget: Hashable, Sendable {
  private static let least = 10

  /// Retries that are left, by contestant.
  private var left: [Int]

  init(trials: Int, contestants: Int) {
    let all = max(trials / 5, RetryBudget.least)
    left = Array(repeating: (all + contestants - 1) / max(contestants, 1), count: contestants)
  }

  func isLeft(for contestant: Int) -> Bool { left[contestant] > 0 }

  mutating func take(for contestant: Int) {
    left[contestant] -= 1
  }
}
