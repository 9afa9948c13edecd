internal import Benchmark

/// What was recorded of a run, by cells.
final class CellRecord: Sendable {
  let run: Run
  private let grades: GradeBook
  /// Where in `run.trials` a trial's last line stands, by its number.
  private let lines: [Int?]
  /// Where attempts stand in `run.attempts`, trial by trial.
  private let places: [Int]
  /// Where in `places` those of a trial begin, by its number; behind the last trial, where they end.
  private let starts: [Int]

  /// `trials` is how many the plan has: their numbers are those below.
  init(_ run: Run, trials: Int) {
    self.run = run
    grades = GradeBook(run)
    var lines = [Int?](repeating: nil, count: trials)
    for (index, record) in run.trials.enumerated() where lines.indices.contains(record.trial) {
      lines[record.trial] = index
    }
    self.lines = lines
    (places, starts) = CellRecord.sorted(run.attempts, trials: trials)
  }

  func line(of trial: Trial) -> TrialRecord? { lines[trial.number].map { run.trials[$0] } }

  func contents(of trial: Trial) -> CellContents {
    let attempts = places[starts[trial.number]..<starts[trial.number + 1]].map { run.attempts[$0] }
    let prompt = run.record.suite.prompts[trial.prompt]
    return CellContents(
      attempts: attempts, assessment: prompt.assessment(of: attempts, grades: grades.grades(of: trial.number)))
  }

  /// By counting: those of a trial stay in the order in which they were made.
  private static func sorted(_ attempts: AttemptList, trials: Int) -> (places: [Int], starts: [Int]) {
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
    return (places, starts)
  }
}
