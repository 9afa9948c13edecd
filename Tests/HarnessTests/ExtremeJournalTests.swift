import Benchmark
import Foundation
import Harness
import Reporting
import Support
import Testing

/// Journals in which one number is as far off as numbers go: reports, grades and resumed runs live with each of them.
@Suite(.timeLimit(.minutes(5))) struct ExtremeJournalTests {
  private static let checks =
    #"[{"type":"contains","value":"Canberra","weight":2},{"type":"judge","rubric":"It is right.","model":"j"}]"#

  private static func record() throws -> RunRecord {
    var record = RunRecord.sample
    let tool = Tool(name: "look_up", results: [Tool.Result(result: .string("42"))])
    record.suite = Suite(
      name: "sample", parameters: Parameters(maxTokens: 100), tools: [tool], maxRounds: 3,
      prompts: [
        Prompt(
          id: "fact", turns: [Turn(Content("Capital of Australia?"))],
          parameters: Parameters(maxTokens: 50, temperature: 0), maxRounds: 2,
          checks: try JSONDecoder().decode([Check].self, from: Data(checks.utf8)), passScore: 0.5)
      ])
    record.suiteSource.prompts = 2
    record.endpoints[0].rate = "18/min"
    record.overrides = Parameters(maxTokens: 70)
    record.suite.parameters.maxCompletionTokens = 80
    (record.warmUps, record.retries) = (1, 2)
    return record
  }

  private static func attempt(_ trial: Int, _ contestant: String, repetition: Int) -> AttemptRecord {
    var attempt = AttemptRecord.sample
    (attempt.trial, attempt.contestant, attempt.repetition) = (trial, contestant, repetition)
    attempt.requestedModel = contestant
    attempt.step = Step(turn: 1, round: 2)
    attempt.reads = (0..<6).map { TokenRead(offset: $0 * 100 * .perMillisecond, bytes: 40) }
    attempt.timeline.lastToken = 500 * .perMillisecond
    attempt.usage = Usage(
      promptTokens: 3, completionTokens: 200, totalTokens: 203, reasoningTokens: 1, cachedTokens: 2, cost: 0.25)
    attempt.connection.nameLookup = 5
    attempt.connection.tls = 6
    return attempt
  }

  private static var failed: AttemptRecord {
    var failed = attempt(3, "b:free", repetition: 1)
    failed.outcome = Outcome(
      .rateMinute, message: "per minute", curlCode: 7, retryAfter: 9.5, resetsAt: "2026-11-20T03:15:00.000Z", limit: 20)
    failed.retry = RetryRecord(again: true, wait: 9, scope: .account)
    return failed
  }

  /// Every kind of line, and every number that one can hold.
  private static func lines() throws -> [JournalLine] {
    let record = try record()
    let judge = record.suite.prompts[0].gradedRules[0].fingerprint
    let grade = GradeRecord(
      session: 0, trial: 2, attempt: 1, prompt: "fact", contestant: "a:free", repetition: 1, check: judge,
      against: .init(trial: 3, attempt: 1, contestant: "b:free"), wall: "w", grade: Grade(score: 0.8))
    var early = grade
    early.against = nil
    early.requests = [attempt(2, "j", repetition: 1)]
    let spread = CalibrationRecord.Spread(p5: 1, median: 2, p95: 3)
    return [
      .run(record), .session(SessionRecord(session: 0, wall: "w", host: "h", boot: nil, transport: "t")),
      .calibration(
        CalibrationRecord(concurrency: 2, streams: 50, ttftError: spread, chunkError: spread, chunkRate: 1000)),
      .attempt(attempt(0, "a:free", repetition: 0)), .attempt(attempt(2, "a:free", repetition: 1)), .attempt(failed),
      .limit(LimitRecord(session: 0, wall: "w", endpoint: "host", allowed: 20, before: "30/min", after: "18/min")),
      .trial(TrialRecord(trial: 2, prompt: "fact", contestant: "a:free", repetition: 1, attempts: 1, outcome: .ok)),
      .judge(
        JudgeRecord(attempt: 1, check: judge, against: grade.against, request: attempt(2, "j", repetition: 1))),
      .judge(JudgeRecord(attempt: 1, check: judge, request: attempt(2, "j", repetition: 1))),
      .grade(grade), .grade(early),
      .adaptation(
        AdaptationRecord(
          session: 0, wall: "w", endpoint: "host", model: "a:free", field: "max_tokens",
          replacement: "max_completion_tokens")),
    ]
  }

  private func texts() throws -> [String] {
    let folder = TemporaryFolder()
    let journal = try JournalWriter(creating: folder.path("run.jsonl"), now: { 0 })
    for line in try Self.lines() { try journal.write(line) }
    return try folder.text("run.jsonl").split(separator: "\n").map(String.init)
  }

  private func read(_ lines: [String]) throws -> Run {
    try JournalReader.read(Array((lines.joined(separator: "\n") + "\n").utf8), path: "/x")
  }

  /// All that `report` prints, `grade` asks, and `run --resume` decides before it sends.
  private func use(_ run: Run) throws {
    let report = Report(run)
    for format in ReportFormat.allCases { _ = try format.renderer.render(report) }
    _ = try SummaryJSON.render(report)
    _ = TerminalTable.render(report, width: 100, styled: false)
    let trials = run.record.plan.trials
    _ = Judging(run.openGrading(), of: run) { "marker" }
    _ = run.openGrading(whenAnswered: ResumeState(of: run).trials)
    let prices = PriceList([])
    for trial in trials { _ = (prices.worst(trial, in: run.record), prices.likely(trial, in: run.record)) }
  }

  private func resume(_ run: Run) async throws {
    let road = Road(run.record, retries: run.record.retries ?? 0) { _, _ in .stream }
    _ = try await road.run(attempted: ResumeState(of: run).attempts)
  }

  @Test func `no number of any line ends a report, a grading or a resumed run`() async throws {
    let whole = try texts()
    #expect(try read(whole).warnings.isEmpty)
    var (tried, refused, damaged) = (0, 0, 0)
    // A run without a line is the same whatever was wrong with the line.
    var left: Set<Int> = []
    for (index, line) in whole.enumerated() {
      for variant in Extremes.variants(of: line) {
        var lines = whole
        lines[index] = variant
        tried += 1
        do throws(JournalReader.Failure) {
          let run = try reading(lines)
          damaged += run.damagedLines
          if run.damagedLines == 0 || left.insert(index).inserted { try? use(run) }
          if tried.isMultiple(of: index == 0 ? 4 : 40) { try? await resume(run) }
        } catch {
          #expect(error.description.hasPrefix("/x: the "), "it said: \(error)")
          refused += 1
        }
      }
    }
    #expect(tried > 1_000)
    #expect(refused > 50)
    #expect(damaged > 300)
  }

  private func reading(_ lines: [String]) throws(JournalReader.Failure) -> Run {
    do {
      return try read(lines)
    } catch let failure as JournalReader.Failure {
      throw failure
    } catch {
      throw JournalReader.Failure(description: "\(error)")
    }
  }

  // What is said of them.

  @Test(
    arguments: [
      (#""concurrency":2"#, #""concurrency":0"#, "concurrency is 0"),
      (#""concurrency":2"#, #""concurrency":-1"#, "concurrency is -1"),
      (#""retries":2"#, #""retries":9223372036854775807"#, "retries is 9223372036854775807"),
      (#""warm_ups":1"#, #""warm_ups":33000000"#, "warm_ups is 33000000"),
      (#""repetitions":1"#, #""repetitions":-1"#, "repetitions is -1"),
      (#""total":300"#, #""total":1000000000000"#, "deadlines.total is 1000000000000.0"),
      (#""gap":30"#, #""gap":0"#, "deadlines.gap is 0.0"),
      (#""max_completion_tokens":80"#, #""max_completion_tokens":-1"#, "max_completion_tokens is -1"),
      (#""prompt_count":1"#, #""prompt_count":-1"#, "prompt_count is -1"),
    ])
  func `a run that cannot be is refused with the number`(was: String, is other: String, sentence: String) throws {
    var lines = try texts()
    #expect(lines[0].contains(was))
    lines[0] = lines[0].replacing(was, with: other)
    let description = "/x: the first line is damaged (\(sentence)), and without it the others mean nothing"
    #expect(throws: JournalReader.Failure(description: description)) { try read(lines) }
  }

  @Test(
    arguments: [
      (2, #""session":0"#, "session is"), (5, #""trial":2"#, "trial is"), (5, "[0,40]", "a read's time is"),
      (6, #""wait_ns":9"#, "wait_ns is"), (7, #""allowed":20"#, "allowed is"), (8, #""attempts":1"#, "attempts is"),
      (9, #""attempt":1"#, "attempt is"), (11, #""trial":3"#, "against.trial is"),
      (13, #""session":0"#, "session is"),
    ])
  func `a line that cannot be is left out, with the number`(index: Int, was: String, sentence: String) throws {
    var lines = try texts()
    let number = was.hasPrefix("[") ? "[\(Int64.min),40]" : was.prefix { $0 != ":" } + ":\(Int64.min)"
    #expect(lines[index].contains(was))
    lines[index] = lines[index].replacing(was, with: number)
    let run = try read(lines)
    #expect(run.warnings == ["/x: line \(index + 1) is damaged and left out: \(sentence) \(Int64.min)"])
    #expect(run.damagedLines == 1)
  }

  @Test func `an old answer with a negative cost is read without it, and says so`() throws {
    var lines = try texts()
    lines[5] = lines[5].replacing(#""cost":0.25"#, with: #""cost":-0.5"#)
    let run = try read(lines)
    #expect(run.damagedLines == 0)
    #expect(run.attempts[1].usage?.cost == nil)
    #expect(run.attempts[1].usage?.completionTokens == 200)
    #expect(run.attempts[1].notes == ["usage that cannot be is left out: cost -0.5"])
    #expect(run.attempts[1].cost(atWorst: 3) == 3)
  }
}
