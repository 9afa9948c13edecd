package import Benchmark

/// What trials of a plan have behind them when a session begins.
package struct TrialProgress: Sendable {
  /// How many requests were made for a trial, by its number; trials without any are missing.
  package var attempts: [Int: Int]
  /// What was recorded of conversations that are not over, by their trials' numbers: their answers are not asked again.
  package var begun: [Int: [AttemptRecord]]

  package init(attempts: [Int: Int] = [:], begun: [Int: [AttemptRecord]] = [:]) {
    (self.attempts, self.begun) = (attempts, begun)
  }

  /// What earlier sessions left, and what a cache answered since.
  package init(_ earlier: ResumeState?, _ recall: CachedAnswers?) {
    let recalled = recall?.answers ?? [:]
    attempts = (earlier?.attempts ?? [:]).merging(recalled.compactMapValues { $0.last?.attempt }) { max($0, $1) }
    begun = (earlier?.begun ?? [:]).merging(recalled) { $0 + $1 }
  }
}
