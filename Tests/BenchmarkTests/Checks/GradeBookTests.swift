import Benchmark
import Testing

@Suite struct GradeBookTests {
  private static func attempt(_ trial: Int, _ contestant: String, attempt: Int = 1, outcome: OutcomeClass = .ok)
    -> AttemptRecord
  {
    AttemptRecord(
      session: 0, trial: trial, attempt: attempt, prompt: "p", contestant: contestant, repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, ended: 0), requestedModel: contestant, answer: "a",
      outcome: Outcome(outcome))
  }

  private static func grade(
    _ trial: Int, attempt: Int = 1, check: String = "c", against: Int? = nil, _ grade: Grade
  ) -> GradeRecord {
    GradeRecord(
      session: 0, trial: trial, attempt: attempt, prompt: "p", contestant: "x", repetition: 1, check: check,
      against: against.map { GradeRecord.Opponent(trial: $0, attempt: 1, contestant: "y") }, wall: "", grade: grade)
  }

  private static func book(_ attempts: [AttemptRecord], _ grades: [GradeRecord]) -> GradeBook {
    let record = RunRecord(
      id: "r", created: "", tool: ToolVersion(name: "bakeoff", version: "0"), suite: Suite(name: "s", prompts: []),
      suiteSource: SuiteSource(path: "s", sha256: ""), endpoints: [], contestants: [], concurrency: 1,
      deadlines: DeadlineRecord(), seed: 1)
    var run = Run(record: record, attempts: attempts)
    run.grades = grades
    return GradeBook(run)
  }

  private static let three = [attempt(0, "a"), attempt(1, "b"), attempt(2, "c")]

  @Test func `the last grade counts, and a failure takes none away`() {
    let book = Self.book(
      Self.three,
      [
        Self.grade(0, Grade(score: 0.2)), Self.grade(0, Grade(score: 0.8)), Self.grade(0, Grade(failure: "busy")),
        Self.grade(1, Grade(failure: "busy")), Self.grade(1, Grade(failure: "gone")),
      ])
    #expect(book.grades(of: 0) == ["c": Grade(score: 0.8)])
    #expect(book.grades(of: 1) == ["c": Grade(failure: "gone")])
    #expect(book.isGraded(0, by: "c"))
    #expect(!book.isGraded(1, by: "c"))
    #expect(!book.isGraded(0, by: "d"))
  }

  @Test func `the grade of an answer that was asked for again holds no more`() {
    let attempts = [Self.attempt(0, "a", outcome: .http5xx), Self.attempt(0, "a", attempt: 2)]
    #expect(Self.book(attempts, [Self.grade(0, Grade(score: 1))]).grades(of: 0).isEmpty)
    #expect(Self.book(attempts, [Self.grade(0, attempt: 2, Grade(score: 1))]).isGraded(0, by: "c"))
  }

  @Test func `in comparisons each has its share of points, whoever was written down first`() {
    let book = Self.book(
      Self.three,
      [
        Self.grade(0, against: 1, Grade(score: 1)), Self.grade(2, against: 0, Grade(score: 0)),
        Self.grade(1, against: 2, Grade(score: 0.5)),
      ])
    #expect(book.grades(of: 0) == ["c": Grade(score: 1, reason: "2 won, 0 lost, 0 undecided")])
    #expect(book.grades(of: 1) == ["c": Grade(score: 0.25, reason: "0 won, 1 lost, 1 undecided")])
    #expect(book.grades(of: 2) == ["c": Grade(score: 0.25, reason: "0 won, 1 lost, 1 undecided")])
    #expect(book.isGraded(0, against: 2, by: "c"))
    #expect(book.isGraded(2, against: 0, by: "c"))
  }

  @Test func `a comparison that is missing leaves both ungraded`() {
    let book = Self.book(
      Self.three, [Self.grade(0, against: 1, Grade(score: 1)), Self.grade(0, against: 2, Grade(failure: "busy"))])
    #expect(book.grades(of: 0) == ["c": Grade(failure: "busy")])
    #expect(book.grades(of: 1) == ["c": Grade(failure: "1 of 2 comparisons are missing")])
    #expect(!book.isGraded(0, against: 2, by: "c"))
  }

  @Test func `who did not answer is compared with nobody`() {
    let attempts = [Self.attempt(0, "a"), Self.attempt(1, "b"), Self.attempt(2, "c", outcome: .timeoutTotal)]
    let book = Self.book(attempts, [Self.grade(0, against: 1, Grade(score: 1))])
    #expect(book.grades(of: 0)["c"]?.score == 1)
    #expect(book.grades(of: 1)["c"]?.score == 0)
  }
}
