import Benchmark
import Testing

@testable import Reporting

struct ReportTests {
  /// Two models and two prompts, every trial answered rightly in a second unless told otherwise.
  static func run(
    models: [String] = ["a", "b"], prompts: Int = 2, repetitions: Int = 1,
    change: (inout AttemptRecord) -> Void = { _ in }
  ) -> Run {
    var run = MadeRun(
      prompts: prompts, repetitions: repetitions, models: models.map { MadeModel(name: $0, skill: 100) }
    )
    .run
    for index in run.attempts.indices { change(&run.attempts[index]) }
    for index in run.trials.indices {
      run.trials[index].outcome = run.attempts.last { $0.trial == run.trials[index].trial }?.outcome.kind
    }
    return run
  }

  static func fail(_ attempt: inout AttemptRecord, as kind: OutcomeClass, message: String? = nil) {
    attempt.outcome = Outcome(kind, message: message)
    (attempt.answer, attempt.reads) = ("", [])
    attempt.timeline.lastToken = nil
    attempt.timeline.firstToken = nil
  }

  @Test func `a journal without a trial is a report that counts all as missing`() {
    let report = Report(Run(record: Self.run().record))
    #expect(report.summaries.map(\.notRecorded) == [2, 2])
    #expect(report.summaries.allSatisfy { $0.succeeded.share == nil && $0.latency.median == nil })
    #expect(report.notes.contains(.notRecorded(trials: 4)))
    #expect(
      Note.notRecorded(trials: 4).sentence
        == "4 trials of the plan were not recorded (the run ended early) and count as missing.")
  }

  @Test func `from its pass score on a prompt passes, whatever failed, and the report says so`() throws {
    var run = Self.run()
    run.record.suite.prompts = PromptList(
      run.record.suite.prompts.map { prompt in
        var prompt = prompt
        prompt.checks = [Check(JSONRule(), isInverted: true), Check(ContainsRule("no such word"))]
        prompt.passScore = 0.5
        return prompt
      })
    let report = Report(run)
    #expect(report.summaries.map(\.passed) == Array(repeating: Rate(successes: 2, trials: 2), count: 2))
    #expect(report.summaries.map(\.checks) == Array(repeating: Rate(successes: 2, trials: 4), count: 2))
    #expect(try MarkdownRenderer().render(report).contains("all passed, or came to the pass\\_score, of the trials"))
  }

  @Test func `a damaged answer is neither graded nor timed, and told at the answer`() throws {
    let report = Report(Self.run { if $0.contestant == "b" { $0.outcome = Outcome(.damaged) } })
    let row = report.summaries[1]
    #expect(row.contestant.name == "b")
    #expect(row.passed.trials == 0)
    #expect(row.ungraded == 2)
    #expect(row.succeeded == Rate(successes: 0, trials: 2))
    #expect(row.latency.count == 0 && row.timeToFirstToken.count == 0 && row.decodeRate.count == 0)
    let markdown = try MarkdownRenderer().render(report)
    #expect(markdown.contains("#### b — the stream was damaged: words of the answer are missing"))
    #expect(try CSVRenderer().render(report).contains(",damaged,"))
    #expect(try SummaryJSON.render(report).contains(#""checks_ungraded":2"#))
  }

  @Test func `what of an answer is no text is told at the answer`() throws {
    let part = AnswerPart(kind: "image", mediaType: "image/png", bytes: 8, hash: "ab")
    let other = AnswerPart(kind: "<b>", hash: "cd")
    let report = Report(Self.run(models: ["a"], prompts: 1) { ($0.answer, $0.parts) = ("", [part, other]) })
    let markdown = try MarkdownRenderer().render(report)
    #expect(
      markdown.contains("(answered with an image (image/png, 8 bytes))\n(answered with a part of the kind &lt;b&gt;)"))
    #expect(try CSVRenderer().render(report).contains(#"""bytes"":8,""kind"":""image"""#))
  }

  @Test func `an unanswered trial fails all its checks`() {
    let report = Report(Self.run { if $0.contestant == "b" { Self.fail(&$0, as: .http5xx) } })
    let row = report.summaries[1]
    #expect(row.contestant.name == "b")
    #expect(row.passed == Rate(successes: 0, trials: 2))
    #expect(row.succeeded == Rate(successes: 0, trials: 2))
    #expect(row.latency.count == 0)
    #expect(report.notes.contains(.unansweredFails))
  }

  @Test func `a trial that was not sent counts for nobody`() {
    var run = Self.run()
    run.attempts.removeAll { $0.trial == 0 }
    run.trials[0] = TrialRecord(
      trial: 0, prompt: "", contestant: "", repetition: 1, attempts: 0, outcome: nil, notSent: "the day's quota is used"
    )
    let report = Report(run)
    #expect(report.summaries.map(\.succeeded.trials).sorted() == [1, 2])
    #expect(report.summaries.map(\.passed.trials).sorted() == [1, 2])
    #expect(report.notSent.map(\.reason) == ["the day's quota is used"])
    #expect(report.cells.contains { $0.trial.number == 0 && $0.passes == nil })
    #expect(Note.notSent(trials: 1).sentence == "1 trial was not sent and counts for nobody.")
  }

  @Test func `what we cancelled says nothing about a model`() {
    let report = Report(Self.run { if $0.trial == 1 { Self.fail(&$0, as: .cancelled) } })
    #expect(report.summaries.map(\.succeeded.trials).sorted() == [1, 2])
    #expect(report.summaries.map(\.passed.trials).sorted() == [1, 2])
    #expect(report.notes.contains(.cancelled(trials: 1)))
  }

  @Test func `an answer whose trial line a crash took is an answer`() {
    var run = Self.run()
    run.trials.removeAll()
    #expect(Report(run).summaries.map(\.succeeded) == [Rate(successes: 2, trials: 2), Rate(successes: 2, trials: 2)])
  }

  @Test func `a failure whose trial line a crash took is not settled`() {
    var run = Self.run { Self.fail(&$0, as: .rateMinute) }
    run.trials.removeAll()
    #expect(Report(run).summaries.map(\.notRecorded) == [2, 2])
  }

  @Test func `the last attempt is the result and earlier ones are retries`() {
    var run = Self.run()
    var first = run.attempts[0]
    Self.fail(&first, as: .rateMinute)
    run.attempts[0].attempt = 2
    run.attempts.insert(first, at: 0)
    let report = Report(run)
    #expect(report.summaries.map(\.succeeded.successes) == [2, 2])
    #expect(report.summaries.map(\.firstTry).sorted() == [1, 2])
    #expect(report.retries == [RetryGroup(kind: .rateMinute, attempts: 1)])
    #expect(report.failures.isEmpty)
  }

  @Test func `a trial that was broken off and resumed succeeded at its first try`() {
    var run = Self.run()
    var first = run.attempts[0]
    Self.fail(&first, as: .cancelled)
    run.attempts[0].session = 1
    run.attempts.insert(first, at: 0)
    let report = Report(run)
    #expect(report.summaries.map(\.firstTry) == [2, 2])
    #expect(report.retries.isEmpty)
  }

  @Test func `a median among timeouts is longer than the limit`() {
    let report = Report(Self.run { if $0.contestant == "b" { Self.fail(&$0, as: .timeoutFirstToken) } })
    #expect(report.summaries[1].latency.median == .longer(than: 60_000))
    #expect(SummaryTable(report).rows[1][.latency] == "> 60 s")
    #expect(report.notes.contains(.lowerBound))
  }

  @Test func `without streaming a timeout is no time to first token`() {
    let report = Report(
      Self.run { attempt in
        attempt.streamed = false
        if attempt.contestant == "b" { Self.fail(&attempt, as: .timeoutTotal) }
      })
    #expect(report.summaries.allSatisfy { $0.timeToFirstToken.count == 0 })
    #expect(report.summaries[1].latency.median?.isLowerBound == true)
  }

  @Test func `sleep keeps an answer but not its latency`() {
    let report = Report(Self.run { $0.suspended = $0.contestant == "b" })
    let row = report.summaries.first { $0.contestant.name == "b" }
    #expect(row?.succeeded == Rate(successes: 2, trials: 2))
    #expect(row?.latency.count == 0)
    #expect(row?.timeToFirstToken.count == 0)
    #expect(row?.decodeRate.count == 0)
    #expect(report.notes.contains(.suspended(trials: 2)))
  }

  @Test func `a difference that the harness could have made is said to be none`() {
    let firstTokens = ["a": 400_000_000, "b": 400_200_000]
    func notes(error: Double) -> [Note] {
      var run = Self.run { attempt in
        attempt.timeline.firstToken = (attempt.timeline.sent ?? 0) + Int64(firstTokens[attempt.contestant] ?? 0)
      }
      let spread = CalibrationRecord.Spread(p5: 0, median: error / 2, p95: error)
      run.calibrations = [
        CalibrationRecord(concurrency: 8, streams: 48, ttftError: spread, chunkError: spread, chunkRate: 1)
      ]
      return Report(run).notes
    }
    #expect(!notes(error: 100_000).contains { if case .withinHarnessError = $0 { true } else { false } })
    #expect(notes(error: 300_000).contains(.withinHarnessError(rows: [2], milliseconds: 0.3)))
    #expect(
      Note.withinHarnessError(rows: [2], milliseconds: 0.3).sentence
        == "TTFT in row 2 and in the row above lie closer together than what this harness itself may add (0.30 ms): that difference says nothing."
    )
  }

  @Test func `repetitions are reduced to one number a prompt`() {
    let report = Report(Self.run(prompts: 3, repetitions: 5))
    #expect(report.summaries.map(\.latency.count) == [3, 3])
    #expect(report.summaries.map(\.passed.trials) == [15, 15])
  }

  @Test func `one answer without usage makes all of a model's tokens estimates`() {
    let report = Report(Self.run { if $0.trial == 0 { $0.usage = nil } })
    #expect(Set(report.summaries.map(\.tokenSource)) == [.server, .estimated])
    #expect(report.notes.contains(.estimatedTokens))
  }

  @Test func `an answer at the token limit is an answer, and said so`() {
    let report = Report(Self.run { if $0.trial == 0 { $0.outcome = Outcome(.length) } })
    #expect(report.summaries.map(\.succeeded.successes) == [2, 2])
    #expect(report.notes.contains(.lengthLimited(answers: 1)))
  }

  @Test func `failures are grouped by model and kind with the server's words counted`() {
    let report = Report(
      Self.run(prompts: 4) { attempt in
        guard attempt.contestant == "b" else { return }
        Self.fail(&attempt, as: .http5xx, message: attempt.prompt == "sum-1" ? "odd" : "overloaded")
        attempt.status = 503
      })
    #expect(report.failures.map(\.words) == ["the server failed"])
    #expect(report.failures.map(\.trials) == [4])
    #expect(report.failures[0].messages.map(\.text) == ["503: overloaded", "503: odd"])
    #expect(report.failures[0].messages.map(\.count) == [3, 1])
  }

  @Test func `another model than the one asked for is named`() {
    let report = Report(Self.run { if $0.contestant == "b" { $0.servedModel = "c" } })
    #expect(report.substitutions.map(\.served) == ["c"])
    #expect(report.substitutions.map(\.answers) == [2])
  }

  @Test(arguments: OutcomeClass.allCases) func `every outcome has words without its own name`(kind: OutcomeClass) {
    let words = kind.words(DeadlineRecord())
    #expect(!words.isEmpty)
    #expect(!words.contains("_"))
  }

  @Test(
    arguments: [
      (.timeoutFirstToken, "no first token within 60 s"), (.timeoutGap, "the stream stood still for 30 s"),
      (.timeoutConnect, "no connection within 5 s"), (.timeoutTotal, "not finished within 300 s"),
    ] as [(OutcomeClass, String)])
  func `a timeout names its limit`(kind: OutcomeClass, words: String) {
    #expect(kind.words(DeadlineRecord()) == words)
  }

  @Test(arguments: [(200, "log log \""), (2000, "log … (8000 characters in all)\"")])
  func `a system prompt as long as a book is shown by its beginning`(words: Int, end: String) throws {
    var run = MadeRun(prompts: 1).run
    run.record.suite.parameters.system = String(repeating: "log ", count: words)
    #expect(try MarkdownRenderer().render(Report(run)).contains(end))
  }
}
