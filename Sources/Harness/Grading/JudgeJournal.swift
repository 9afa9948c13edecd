internal import Benchmark
internal import Synchronization

/// Makes grades of what judges answer, and writes each to the run's journal when it is known.
package final class JudgeJournal: Journal {
  private struct State: Sendable {
    /// By the question's number.
    var attempts: [Int: [AttemptRecord]] = [:]
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
    case .attempt(let attempt): state.withLock { $0.attempts[attempt.trial, default: []].append(attempt) }
    case .trial(let trial) where trial.attempts > 0: try settle(trial.trial)
    case .trial: break
    default: try journal.write(line)
    }
  }

  /// Records what was asked of a case that was not asked to its end.
  package func finish() throws {
    for index in judging.cases.indices {
      let questions = questions(of: index)
      let requests = state.withLock { state -> [AttemptRecord] in
        state.graded.contains(index) ? [] : questions.flatMap { state.attempts[$0] ?? [] }
      }
      guard !requests.isEmpty else { continue }
      try record(Grade(failure: "the judge was not asked to the end"), of: index, requests)
    }
  }

  private func questions(of index: Int) -> Range<Int> {
    firsts[index]..<firsts[index] + judging.cases[index].questions
  }

  private func settle(_ question: Int) throws {
    let index = judging.places[question].index
    let questions = questions(of: index)
    let answered = state.withLock { state -> [[AttemptRecord]]? in
      state.settled.insert(question)
      guard questions.allSatisfy(state.settled.contains), state.graded.insert(index).inserted else { return nil }
      return questions.map { state.attempts[$0] ?? [] }
    }
    guard let answered, let first = answered[0].last else { return }
    let reversed = answered.count > 1 ? answered[1].last : nil
    try record(reversed.map { Grade(first, reversed: $0) } ?? Grade(first), of: index, answered.flatMap(\.self))
  }

  private func record(_ grade: Grade, of index: Int, _ requests: [AttemptRecord]) throws {
    let judged = judging.cases[index]
    let answer = judged.answer
    let other = judged.other.map {
      GradeRecord.Opponent(trial: $0.trial, attempt: $0.attempt, contestant: $0.contestant)
    }
    try journal.write(
      .grade(
        GradeRecord(
          session: session, trial: answer.trial, attempt: answer.attempt, prompt: answer.prompt,
          contestant: answer.contestant, repetition: answer.repetition, check: judged.check, against: other,
          wall: clock.wall, grade: grade, requests: requests.map { $0.request(about: answer) })))
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
