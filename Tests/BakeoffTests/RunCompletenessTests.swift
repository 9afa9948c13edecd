import Benchmark
import Harness
import Reporting
import Testing

@testable import bakeoff

/// What counts as measured.
@Suite struct EvidenceTests {
  /// A prompt of two turns to one model.
  private func report(_ attempts: [AttemptRecord], settled outcome: OutcomeClass?) -> Report {
    let record = RunRecord(
      id: "r", created: "", tool: ToolVersion(name: "bakeoff", version: "0"),
      suite: Suite(name: "s", prompts: [Prompt(id: "p", turns: [Turn(Content("A")), Turn(Content("B"))])]),
      suiteSource: SuiteSource(path: "", sha256: ""), endpoints: [],
      contestants: [Contestant(name: "m", model: "m", endpoint: "e")], concurrency: 1, deadlines: DeadlineRecord(),
      seed: 1)
    let trials = outcome.map {
      TrialRecord(trial: 0, prompt: "p", contestant: "m", repetition: 1, attempts: attempts.count, outcome: $0)
    }
    return Report(Run(record: record, attempts: attempts, trials: [trials].compactMap(\.self)))
  }

  private func attempt(_ number: Int, _ kind: OutcomeClass = .ok) -> AttemptRecord {
    AttemptRecord(
      session: 0, trial: 0, attempt: number, step: number == 1 ? nil : Step(turn: number), prompt: "p", contestant: "m",
      repetition: 1, wall: "", timeline: Timeline(queued: 0, admitted: 0, ended: 1), requestedModel: "m", answer: "a",
      outcome: Outcome(kind))
  }

  @Test(arguments: [.cancelled, nil] as [OutcomeClass?])
  func `a conversation that was cut short is no evidence, whatever was answered in it`(settled: OutcomeClass?) {
    let evidence = RunCompleteness(report([attempt(1)], settled: settled), stop: .interrupted, ungraded: 0)
    #expect(evidence.sentence == "Interrupted: 0 of 1 trials were measured, and the report holds them.")
    #expect(evidence.status(failsOnChecks: false) == .unavailable)
  }

  @Test(arguments: [[], [1], [2]])
  func `an answer of which a line is damaged is blamed on the damage, not on the service`(kept: [Int]) {
    var run = report([attempt(1), attempt(2)], settled: .ok).run
    run.attempts = AttemptList(kept.map { attempt($0) })
    let evidence = RunCompleteness(Report(run), stop: nil, ungraded: 0)
    #expect(
      evidence.sentence
        == "Of 1 of 1 trials the answer is lost: its line in the journal is damaged. '--resume' asks for it again.")
    #expect(evidence.status(failsOnChecks: false) == .incomplete)
    #expect(ResumeState(of: run).trials.map(\.number) == [0])
  }

  @Test func `one that came to its end is evidence, and so is a failure of the model's own`() {
    let whole = RunCompleteness(report([attempt(1), attempt(2)], settled: .ok), stop: nil, ungraded: 0)
    #expect(whole.sentence == nil)
    #expect(whole.status(failsOnChecks: false) == .success)
    let failed = RunCompleteness(report([attempt(1), attempt(2, .empty)], settled: .empty), stop: nil, ungraded: 0)
    #expect(failed.sentence == "Answers came, and none succeeded: 1 × empty.")
  }

  /// What becomes of a run all of whose trials end alike: its status, that with `--fail-on-checks`, and the sentence.
  struct Fate: Sendable {
    var kinds: [OutcomeClass]
    var plain: bakeoff.ExitStatus
    var failing: bakeoff.ExitStatus
    var sentence: String?
  }

  static let fates = [
    // Nothing came back.
    Fate(
      kinds: [
        .cancelled, .timeoutConnect, .timeoutFirstToken, .timeoutGap, .timeoutTotal, .tls, .network, .rateMinute,
        .rateDay, .rateUpstream, .auth, .payment, .policy, .http4xx, .http5xx, .badResponse, .streamError,
      ],
      plain: .unavailable, failing: .unavailable, sentence: "No request was answered: 2 × "),
    // Answers came, and none is right.
    Fate(
      kinds: [.cutOff, .damaged, .tooLarge, .empty, .refused, .invalid], plain: .success, failing: .checksFailed,
      sentence: "Answers came, and none succeeded: 2 × "),
    Fate(kinds: [.ok, .length], plain: .success, failing: .success),
  ]

  @Test func `every class of outcome has its fate, and only one`() {
    #expect(Set(Self.fates.flatMap(\.kinds)) == Set(OutcomeClass.allCases))
    #expect(Self.fates.flatMap(\.kinds).count == OutcomeClass.allCases.count)
  }

  @Test(arguments: OutcomeClass.allCases)
  func `only where nothing came back is a run unavailable, and wrong answers fail it`(kind: OutcomeClass) throws {
    let fate = try #require(Self.fates.first { $0.kinds.contains(kind) })
    let evidence = RunCompleteness(checked([kind, kind]), stop: nil, ungraded: 0)
    #expect(evidence.status(failsOnChecks: false) == fate.plain)
    #expect(evidence.status(failsOnChecks: true) == fate.failing)
    #expect((evidence.sentence == nil) == (fate.sentence == nil))
    if let sentence = fate.sentence {
      #expect(evidence.sentence == sentence + "\(kind.rawValue)." || kind == .cancelled)
    }
  }

  @Test(arguments: OutcomeClass.allCases)
  func `beside an answer that is right, a failure of the model's own fails the run`(kind: OutcomeClass) {
    let evidence = RunCompleteness(checked([kind, .ok]), stop: nil, ungraded: 0)
    let isService = kind.isUnavailability
    #expect(evidence.status(failsOnChecks: false) == (isService ? .incomplete : .success))
    #expect(
      evidence.status(failsOnChecks: true)
        == (isService ? .incomplete : kind.isAnswered ? .success : .checksFailed))
    #expect(evidence.sentence?.contains("No request") != true)
    #expect(evidence.sentence?.contains("the evidence is incomplete") ?? false == isService)
  }

  @Test(arguments: [[OutcomeClass.invalid, .invalid], [.invalid, .ok], [.invalid, .http5xx]])
  func `an answer without its structure fails a run that has no check at all`(kinds: [OutcomeClass]) {
    let evidence = RunCompleteness(checked(kinds, checks: []), stop: nil, ungraded: 0)
    #expect(evidence.status(failsOnChecks: true) == .checksFailed)
    #expect(evidence.status(failsOnChecks: false) == (kinds.contains(.http5xx) ? .incomplete : .success))
  }

  @Test func `where no answer succeeded and the service failed too, both are said`() {
    let evidence = RunCompleteness(checked([.invalid, .http5xx, .invalid]), stop: nil, ungraded: 0)
    #expect(
      evidence.sentence
        == "Answers came, and none succeeded: 2 × invalid. 1 of 3 trials got no answer for reasons of the service: the "
        + "evidence is incomplete.")
  }

  @Test func `a provider that is busy within its answers fails no run`() {
    var run = checked([.streamError, .ok]).run
    run.attempts = AttemptList(
      run.attempts.map { attempt in
        var attempt = attempt
        if attempt.outcome.kind == .streamError { attempt.outcome.code = "502" }
        return attempt
      })
    let evidence = RunCompleteness(Report(run), stop: nil, ungraded: 0)
    #expect(evidence.status(failsOnChecks: true) == .incomplete)
    #expect(
      evidence.sentence == "1 of 2 trials got no answer for reasons of the service: the evidence is incomplete.")
  }

  @Test(arguments: [OutcomeClass.empty, .cutOff, .refused, .tooLarge])
  func `where a structure was asked for, an answer without one fails a run that has no check`(kind: OutcomeClass) {
    var run = checked([kind, .ok], checks: []).run
    #expect(RunCompleteness(Report(run), stop: nil, ungraded: 0).status(failsOnChecks: true) == .success)
    run.record.suite.output = StructuredOutput(schema: "{}")
    #expect(RunCompleteness(Report(run), stop: nil, ungraded: 0).status(failsOnChecks: true) == .checksFailed)
  }

  @Test(arguments: [OutcomeClass.auth, .payment, .rateDay])
  func `a refused account counts for no contestant`(kind: OutcomeClass) throws {
    let report = checked([kind, .ok])
    let summary = try #require(report.summaries.first)
    #expect(summary.succeeded == Rate(successes: 1, trials: 1))
    #expect(summary.passed == Rate(successes: 1, trials: 1))
    #expect(report.notes.contains(.ofAccount(trials: 1)))
    #expect(RunCompleteness(report, stop: nil, ungraded: 0).status(failsOnChecks: true) == .incomplete)
  }

  @Test func `what was not sent is not blamed on the service`() {
    let evidence = RunCompleteness(checked([.cancelled, .ok, .http5xx]), stop: nil, ungraded: 0)
    #expect(
      evidence.sentence
        == "1 of 3 trials got no answer for reasons of the service, 1 of 3 trials was not carried out: the evidence is "
        + "incomplete.")
  }

  /// A prompt for each outcome, to one model whose answers are all "right".
  private func checked(_ kinds: [OutcomeClass], checks: [Check] = [Check(ContainsRule("right"))]) -> Report {
    let prompts = kinds.indices.map { Prompt(id: "p\($0)", text: "?", checks: checks) }
    var record = report([], settled: nil).run.record
    record.suite = Suite(name: "s", prompts: prompts)
    var run = Run(record: record)
    for trial in record.plan.trials {
      let kind = kinds[trial.prompt]
      var last = attempt(1, kind)
      (last.trial, last.prompt) = (trial.number, prompts[trial.prompt].id)
      last.answer = kind.isAnswered ? "right" : ""
      run.attempts = AttemptList(Array(run.attempts) + [last])
      run.trials.append(TrialRecord(settling: last))
    }
    return Report(run)
  }
}
