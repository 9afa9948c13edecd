/// Where in a list the attempts of each trial of a plan stand, told without making one of them.
package struct AttemptPlaces: Sendable {
  /// Trial by trial.
  private let places: [Int]
  /// Where in `places` those of a trial begin, by its number; behind the last trial, where they end.
  private let starts: [Int]

  /// `trials` is how many the plan has: their numbers are those below, and attempts of others are left out.
  package init(of attempts: AttemptList, trials: Int) {
    var starts = [Int](repeating: 0, count: trials + 1)
    let known = attempts.indices.filter { (0..<trials).contains(attempts.key(at: $0).trial) }
    for index in known { starts[attempts.key(at: index).trial + 1] += 1 }
    for trial in 0..<trials { starts[trial + 1] += starts[trial] }
    var (places, next) = ([Int](repeating: 0, count: known.count), starts)
    for index in known {
      let trial = attempts.key(at: index).trial
      places[next[trial]] = index
      next[trial] += 1
    }
    (self.places, self.starts) = (places, starts)
  }

  /// In the order in which they were made.
  package subscript(trial: Trial) -> ArraySlice<Int> { places[starts[trial.number]..<starts[trial.number + 1]] }
}
