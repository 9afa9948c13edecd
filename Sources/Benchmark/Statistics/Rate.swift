/// How many of a number of trials succeeded.
package struct Rate: Hashable, Sendable {
  package var successes: Int
  package var trials: Int

  package init(successes: Int, trials: Int) {
    self.successes = successes
    self.trials = trials
  }

  /// From 0 to 1; nil without a trial.
  package var share: Double? {
    trials > 0 ? Double(successes) / Double(trials) : nil
  }

  /// Wilson's score interval; nil without a trial.
  ///
  /// 20 of 20 is 0.839 to 1, not certainty.
  /// centre = (p + z²/2n) ÷ (1 + z²/n), half = z·√(p(1−p)/n + z²/4n²) ÷ (1 + z²/n)
  package func interval(deviate z: Double = Interval.deviate) -> Interval? {
    guard let share else { return nil }
    let n = Double(trials)
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
    return Interval(
      lower: successes == 0 ? 0 : max(0, centre - half), upper: successes == trials ? 1 : min(1, centre + half))
  }
}
