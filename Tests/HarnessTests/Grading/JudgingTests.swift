import Benchmark
import Foundation
import Synchronization
import Testing

@testable import Harness

/// How questions to judges are laid out, and what becomes of their answers in the journal.
@Suite struct JudgingTests {
  /// Two contestants, one prompt with a judge, all answered.
  private static func run(_ checks: String) throws -> Run {
    var record = RunRecord.sample
    let rules = try JSONDecoder().decode([Check].self, from: Data("[\(checks)]".utf8))
    record.suite.prompts = [Prompt(id: "fact", text: "Capital of Australia?", checks: rules)]
    let attempts = record.plan.trials.map { trial in
      var attempt = AttemptRecord.sample
      (attempt.trial, attempt.contestant) = (trial.number, record.contestants[trial.contestant].name)
      attempt.answer = "from \(trial.contestant)"
      return attempt
    }
    return Run(record: record, attempts: attempts)
  }

  private static let alone =
    #"{"type":"judge","rubric":"Right.","model":"judge/one","parameters":{"system":"Be strict.","max_tokens":90}}"#
  private static let compared = #"{"type":"judge","rubric":"Better.","model":"judge/two","compare":true}"#

  private static func judging(_ run: Run) -> Judging {
    var count = 0
    return Judging(run.openGrading(), of: run) {
      count += 1
      return "m\(count)"
    }
  }

  /// Keeps lines in memory.
  private final class Notebook: Journal {
    let lines = Mutex<[JournalLine]>([])
    func write(_ line: JournalLine) { lines.withLock { $0.append(line) } }

    var grades: [GradeRecord] {
      lines.withLock { $0.compactMap { if case .grade(let record) = $0 { record } else { nil } } }
    }

    var judgements: [JudgeRecord] {
      lines.withLock { $0.compactMap { if case .judge(let record) = $0 { record } else { nil } } }
    }
  }

  private static func answer(
    _ text: String, to question: Int, of judging: Judging, attempt: Int = 1, outcome: OutcomeClass = .ok
  ) -> AttemptRecord {
    let trial = judging.trials[question]
    var record = AttemptRecord.sample
    (record.trial, record.attempt, record.answer, record.outcome) = (question, attempt, text, Outcome(outcome))
    record.requestedModel = judging.record.contestants[trial.contestant].model
    (record.prompt, record.contestant) = (judging.record.suite.prompts[trial.prompt].id, record.requestedModel)
    return record
  }

  private static func clock() -> RunClock {
    RunClock(monotonic: { 0 }, continuous: { 0 }, wallMilliseconds: { 0 }, sleep: { _ in })
  }

  @Test func `an answer is one question, two are two with the answers the other way round`() throws {
    let run = try Self.run("\(Self.alone),\(Self.compared)")
    let judging = Self.judging(run)
    #expect(judging.record.contestants.map(\.model) == ["judge/one", "judge/two"])
    #expect(judging.trials.map(\.contestant).sorted() == [0, 0, 1, 1])
    let texts = judging.record.suite.prompts.map(\.text)
    #expect(texts.filter { $0.contains("answer begins]\nfrom") }.count == 2)
    let pair = texts.filter { $0.contains("answer A begins]") }
    #expect(pair.count == 2)
    #expect(pair[0].contains("answer A begins]\nfrom 0") != pair[1].contains("answer A begins]\nfrom 0"))
    // Blind: nothing names a contestant.
    for text in texts + judging.record.suite.prompts.compactMap(\.parameters.system) {
      #expect(!run.record.contestants.contains { text.contains($0.name) })
    }
  }

  @Test func `a judge is asked with temperature 0, a structure, and what its parameters say`() throws {
    let judging = Self.judging(try Self.run(Self.alone))
    let parameters = judging.record.parameters(of: judging.trials[0])
    #expect(parameters.temperature == 0)
    #expect(parameters.maxTokens == 90)
    #expect(parameters.system?.hasPrefix("Be strict.\n\nYou grade answers for a benchmark.") == true)
    #expect(parameters.extra?["response_format"]?.json.contains("\"bakeoff_grade\"") == true)
    #expect(!judging.record.streams)
  }

  @Test func `a marker that stands in an answer is not used`() throws {
    var run = try Self.run(Self.alone)
    var attempts = Array(run.attempts)
    attempts[0].answer = "I know m1!"
    run.attempts = AttemptList(attempts)
    let judging = Self.judging(run)
    let text = try #require(judging.record.suite.prompts.map(\.text).first { $0.contains("I know") })
    #expect(text.hasPrefix("[m2 task begins]"))
  }

  @Test func `a request to a judge is in the journal when it has ended, whatever becomes of it`() throws {
    let run = try Self.run(Self.alone)
    let judging = Self.judging(run)
    let notebook = Notebook()
    let journal = JudgeJournal(judging, session: 3, journal: notebook, clock: Self.clock())
    try journal.write(.attempt(Self.answer("", to: 0, of: judging, outcome: .rateMinute)))
    let judgement = try #require(notebook.judgements.first)
    #expect(judgement.check == judging.cases[0].check)
    #expect(judgement.attempt == run.attempts[0].attempt)
    #expect(judgement.request.outcome.kind == .rateMinute)
    #expect(judgement.request.requestedModel == "judge/one")
    #expect(judgement.request.trial == run.attempts[0].trial && judgement.request.repetition == 1)
    #expect(judgement.request.prompt == "fact")
  }

  @Test func `a verdict becomes a grade when all that was asked for it has ended, retries included`() throws {
    let run = try Self.run(Self.alone)
    let judging = Self.judging(run)
    let notebook = Notebook()
    let journal = JudgeJournal(judging, session: 3, journal: notebook, clock: Self.clock())
    let busy = Self.answer("", to: 0, of: judging, outcome: .rateMinute)
    let said = Self.answer("{\"score\":8,\"reason\":\"fine\"}", to: 0, of: judging, attempt: 2)
    for attempt in [busy, said] { try journal.write(.attempt(attempt)) }
    #expect(notebook.grades.isEmpty)
    try journal.write(.trial(TrialRecord(settling: said)))
    let grade = try #require(notebook.grades.first)
    #expect(notebook.grades.count == 1)
    #expect(grade.grade == Grade(score: 0.8, reason: "fine"))
    #expect(grade.session == 3)
    #expect([grade.contestant, grade.prompt] == [run.attempts[0].contestant, "fact"])
    #expect(notebook.judgements.map(\.request.outcome.kind) == [.rateMinute, .ok])
    var graded = run
    graded.grades = notebook.grades
    #expect(graded.openGrading().count == 1)
  }

  @Test func `a comparison is graded when both orders are in, and half of one is kept as what it is`() throws {
    let run = try Self.run(Self.compared)
    let judging = Self.judging(run)
    let first = Self.answer("{\"winner\":\"A\"}", to: 0, of: judging)
    let second = Self.answer("{\"winner\":\"B\"}", to: 1, of: judging)
    for asked in [[first], [first, second]] {
      let notebook = Notebook()
      let journal = JudgeJournal(judging, session: 0, journal: notebook, clock: Self.clock())
      for attempt in asked {
        try journal.write(.attempt(attempt))
        try journal.write(.trial(TrialRecord(settling: attempt)))
      }
      #expect(notebook.grades.map(\.grade) == (asked.count == 2 ? [Grade(score: 1)] : []))
      #expect(notebook.judgements.count == asked.count)
      #expect(notebook.judgements.allSatisfy { $0.against?.contestant == run.attempts[1].contestant })
      #expect(notebook.grades.allSatisfy { $0.against?.contestant == run.attempts[1].contestant })
    }
  }

  @Test func `a question that was not sent leaves no line`() throws {
    let judging = Self.judging(try Self.run(Self.alone))
    let notebook = Notebook()
    let journal = JudgeJournal(judging, session: 0, journal: notebook, clock: Self.clock())
    try journal.write(
      .trial(
        TrialRecord(trial: 0, prompt: "q", contestant: "j", repetition: 1, attempts: 0, outcome: nil, notSent: "no")))
    let count = notebook.lines.withLock(\.count)
    #expect(count == 0)
  }
}
