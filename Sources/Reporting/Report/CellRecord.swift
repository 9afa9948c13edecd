internal import Benchmark

/// What was recorded of a run, by cells.
final class CellRecord: Sendable {
  let run: Run
  private let grades: GradeBook
  /// Where in `run.trials` a trial's last line stands, by its number.
  private let lines: [Int?]
  private let places: AttemptPlaces

  /// `trials` is how many the plan has.
  init(_ run: Run, trials: Int) {
    self.run = run
    grades = GradeBook(run)
    places = AttemptPlaces(of: run.attempts, trials: trials)
    var lines = [Int?](repeating: nil, count: trials)
    for (index, record) in run.trials.enumerated() where lines.indices.contains(record.trial) {
      lines[record.trial] = index
    }
    self.lines = lines
  }

  func line(of trial: Trial) -> TrialRecord? { lines[trial.number].map { run.trials[$0] } }

  func contents(of trial: Trial) -> CellContents { CellContents(attempts: places[trial].map { run.attempts[$0] }) }

  func assessment(of contents: CellContents, in trial: Trial) -> Assessment {
    run.record.suite.prompts[trial.prompt].assessment(
      of: contents.attempts, grades: grades.grades(of: trial.number))
  }
}
