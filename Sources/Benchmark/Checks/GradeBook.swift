/// The grades of a run's answers; those of answers that were asked for again later hold no more.
package struct GradeBook: Sendable {
  private var grades: [Int: [String: Grade]] = [:]
  private var comparisons: [Pairing: Grade] = [:]

  /// Two trials that a rule compares, the one with the smaller number first.
  private struct Pairing: Hashable {
    let first: Int
    let second: Int
    let check: String
  }

  package init(_ run: Run) {
    if run.grades.isEmpty { return }
    let last = run.lastAttempts
    let isOfLast = { (trial: Int, attempt: Int) in last[trial].map { run.attempts.key(at: $0).attempt } == attempt }
    for record in run.grades where isOfLast(record.trial, record.attempt) {
      guard let against = record.against else {
        grades[record.trial, default: [:]].keep(record.grade, for: record.check)
        continue
      }
      guard isOfLast(against.trial, against.attempt) else { continue }
      let isInOrder = record.trial < against.trial
      let pairing = Pairing(
        first: min(record.trial, against.trial), second: max(record.trial, against.trial), check: record.check)
      comparisons.keep(isInOrder ? record.grade : record.grade.reversed, for: pairing)
    }
    if comparisons.isEmpty { return }
    var rounds: [Round: [Int]] = [:]
    for (trial, index) in last {
      let attempt = run.attempts[index]
      guard attempt.repetition > 0, attempt.outcome.kind.isAnswered else { continue }
      rounds[Round(prompt: attempt.prompt, repetition: attempt.repetition), default: []].append(trial)
    }
    addComparisons(among: rounds.values)
  }

  /// By the fingerprints of rules.
  package func grades(of trial: Int) -> [String: Grade] { grades[trial] ?? [:] }

  /// Whether something came of it; what came to nothing may be asked again.
  package func isGraded(_ trial: Int, by check: String) -> Bool { grades[trial]?[check]?.score != nil }

  /// The same for a comparison.
  package func isGraded(_ trial: Int, against other: Int, by check: String) -> Bool {
    comparisons[Pairing(first: min(trial, other), second: max(trial, other), check: check)]?.score != nil
  }

  /// A trial's grade among its prompt's and repetition's others is its share of points; it has none before all are in.
  private mutating func addComparisons(among rounds: some Collection<[Int]>) {
    for check in Set(comparisons.keys.map(\.check)) {
      for trials in rounds {
        for trial in trials { addComparison(of: trial, with: trials.filter { $0 != trial }, by: check) }
      }
    }
  }

  private struct Round: Hashable {
    let prompt: String
    let repetition: Int
  }

  private mutating func addComparison(of trial: Int, with others: [Int], by check: String) {
    let found = others.compactMap { other in
      let pairing = Pairing(first: min(trial, other), second: max(trial, other), check: check)
      return comparisons[pairing].map { trial < other ? $0 : $0.reversed }
    }
    guard !found.isEmpty else { return }
    let scores = found.compactMap(\.score)
    if let failure = found.lazy.compactMap(\.failure).first {
      grades[trial, default: [:]][check] = Grade(failure: failure)
    } else if scores.count < others.count {
      let missing = others.count - scores.count
      grades[trial, default: [:]][check] = Grade(failure: "\(missing) of \(others.count) comparisons are missing")
    } else {
      let wins = scores.count { $0 == 1 }
      let losses = scores.count { $0 == 0 }
      grades[trial, default: [:]][check] = Grade(
        score: scores.reduce(0, +) / Double(scores.count),
        reason: "\(wins) won, \(losses) lost, \(scores.count - wins - losses) undecided")
    }
  }
}

extension Run {
  /// By their trials' numbers where in `attempts` the last of each stands.
  fileprivate var lastAttempts: [Int: Int] {
    var last: [Int: Int] = [:]
    for index in attempts.indices { last[attempts.key(at: index).trial] = index }
    return last
  }
}

extension Dictionary where Value == Grade {
  /// The last grade counts, but one that came to nothing replaces none that came to something.
  fileprivate mutating func keep(_ grade: Grade, for key: Key) {
    if grade.score != nil || self[key]?.score == nil { self[key] = grade }
  }
}

extension Grade {
  /// What is missing to 1.
  fileprivate var reversed: Grade {
    var grade = self
    grade.score = score.map { 1 - $0 }
    return grade
  }
}
