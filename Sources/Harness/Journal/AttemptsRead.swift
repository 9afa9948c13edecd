internal import Benchmark

/// Attempts as they come out of a journal: their places in a file, or where there is none to go back to, they
/// themselves.
struct AttemptsRead {
  private let again: Bool
  private var attempts: [AttemptRecord] = []
  private var places: [JournalAttempts.Place] = []
  private var isSimulated = false

  /// `again` says whether they can be read once more.
  init(again: Bool) {
    self.again = again
  }

  mutating func add(_ attempt: AttemptRecord, at line: Range<Int>) {
    isSimulated = isSimulated || attempt.simulated
    if again {
      places.append(.init(line: line, key: AttemptKey(trial: attempt.trial, attempt: attempt.attempt)))
    } else {
      attempts.append(attempt)
    }
  }

  consuming func list(in file: consuming ReadableFile?) -> AttemptList {
    guard let file else { return AttemptList(attempts) }
    return AttemptList(JournalAttempts(in: file, at: places, isSimulated: isSimulated))
  }
}
