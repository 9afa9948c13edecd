internal import Benchmark
internal import Synchronization

/// Writes what is asked of judges to the run's journal as it ends, and the grade that comes of it when it is known.
package final class JudgeJournal: Journal {
  private struct State: Sendable {
    /// The last at each question, by its number.
    var attempts: [Int: AttemptRecord] = [:]
    var settled: Set<Int> = []
    /// By the case's index.
    var graded: Set<Int> = []
  }

  private let judging: Judging
  private let session: Int
  private let journal: any Journal
  private let clock: RunClock
  /// The first question of every case.
  private let firsts: [Int]
  private let state = Mutex(State())

  package init(_ judging: Judging, session: Int, journal: any Journal, clock: RunClock) {
    self.judging = judging
    self.session = session
    self.journal = journal
    self.clock = clock
    firsts = judging.places.indices.filter { judging.places[$0].question == 0 }
  }

  package func write(_ line: JournalLine) throws {
    switch line {
    case .attempt(let attempt): try keep(attempt)
    case .trial(let trial) where trial.attempts > 0: try settle(trial.trial)
    case .trial: break
    default: try journal.write(line)
    }
  }

  private func keep(_ attempt: AttemptRecord) throws {
    let judged = judging.cases[judging.places[attempt.trial].index]
    try journal.write(
      .judge(
        JudgeRecord(
          attempt: judged.answer.attempt, check: judged.check, against: judged.opponent,
          request: attempt.request(about: judged.answer))))
    state.withLock { $0.attempts[attempt.trial] = attempt }
  }

  private func questions(of index: Int) -> Range<Int> {
    firsts[index]..<firsts[index] + judging.cases[index].questions
  }

  /// A case is graded when all of its questions are settled.
  private func settle(_ question: Int) throws {
    let index = judging.places[question].index
    let questions = questions(of: index)
    let answers = state.withLock { state -> [AttemptRecord]? in
      state.settled.insert(question)
      guard questions.allSatisfy(state.settled.contains), state.graded.insert(index).inserted else { return nil }
      return questions.compactMap { state.attempts[$0] }
    }
    guard let answers, answers.count == questions.count else { return }
    try record(answers.count > 1 ? Grade(answers[0], reversed: answers[1]) : Grade(answers[0]), of: index)
  }

  private func record(_ grade: Grade, of index: Int) throws {
    let judged = judging.cases[index]
    let answer = judged.answer
    try journal.write(
      .grade(
        GradeRecord(
          session: session, trial: answer.trial, attempt: answer.attempt, prompt: answer.prompt,
          contestant: answer.contestant, repetition: answer.repetition, check: judged.check, against: judged.opponent,
          wall: clock.wall, grade: grade)))
  }
}

extension Judging.Case {
  fileprivate var opponent: GradeRecord.Opponent? {
    other.map { GradeRecord.Opponent(trial: $0.trial, attempt: $0.attempt, contestant: $0.contestant) }
  }
}

extension AttemptRecord {
  /// Under the name of what it is about: the number that it had among questions means nothing later.
  fileprivate func request(about answer: AttemptRecord) -> AttemptRecord {
    var request = self
    (request.trial, request.prompt, request.repetition) = (answer.trial, answer.prompt, answer.repetition)
    return request
  }
}
