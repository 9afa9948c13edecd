import Benchmark
import Testing

/// What is sent again when a run is resumed, and what never is.
@Suite struct RemainderTests {
  private static let record = RunRecord(
    id: "r", created: "", tool: ToolVersion(name: "bakeoff", version: "0"),
    suite: Suite(name: "s", prompts: [Prompt(id: "a", text: "A"), Prompt(id: "b", text: "B")]),
    suiteSource: SuiteSource(path: "", sha256: ""), endpoints: [],
    contestants: [Contestant(name: "m", model: "m", endpoint: "e")], concurrency: 1, deadlines: DeadlineRecord(),
    seed: 1)

  private func attempt(_ kind: OutcomeClass, number: Int = 1) -> AttemptRecord {
    AttemptRecord(
      session: 0, trial: 0, attempt: number, prompt: "a", contestant: "m", repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, ended: 1), requestedModel: "m", outcome: Outcome(kind))
  }

  private func settled(_ kind: OutcomeClass?, attempts: Int = 1) -> TrialRecord {
    TrialRecord(
      trial: 0, prompt: "a", contestant: "m", repetition: 1, attempts: attempts, outcome: kind,
      notSent: kind == nil ? "the run was interrupted" : nil)
  }

  private func isSentAgain(_ run: Run) -> Bool { ResumeState(of: run).trials.contains { $0.number == 0 } }

  @Test func `what failed for reasons of the service is sent again, and nothing else`() {
    let again: Set<OutcomeClass> = [
      .rateMinute, .rateDay, .rateUpstream, .http5xx, .network, .tls, .timeoutConnect, .cancelled, .auth, .payment,
    ]
    for kind in OutcomeClass.allCases {
      let run = Run(record: Self.record, attempts: [attempt(kind)], trials: [settled(kind)])
      #expect(isSentAgain(run) == again.contains(kind), "\(kind)")
      #expect(ResumeState(of: run).attempts == [0: 1])
      #expect(ResumeState(of: run).unsettled.isEmpty)
    }
  }

  @Test(
    arguments: [
      (.streamError, 200, "502", true), (.streamError, 200, "429", true), (.streamError, 200, "overloaded_error", true),
      (.streamError, 200, "400", false), (.streamError, 200, "content_filter", false), (.streamError, 200, nil, false),
      (.http4xx, 409, nil, true), (.http4xx, 408, nil, true), (.http4xx, 404, "502", false), (.policy, 403, nil, false),
      (.ok, 200, nil, false),
    ] as [(OutcomeClass, Int, String?, Bool)])
  func `an error within an answer is the service's by its code, and a refusal by its status`(
    kind: OutcomeClass, status: Int, code: String?, isServices: Bool
  ) {
    var last = attempt(kind)
    (last.status, last.outcome.code) = (status, code)
    #expect(isSentAgain(Run(record: Self.record, attempts: [last], trials: [settled(kind)])) == isServices)
  }

  @Test func `what waited to be sent again when the run ended is sent again, whatever it was`() {
    var waiting = attempt(.empty)
    waiting.retry = RetryRecord(again: true, wait: 1)
    #expect(isSentAgain(Run(record: Self.record, attempts: [waiting])))
    #expect(isSentAgain(Run(record: Self.record, attempts: [waiting], trials: [settled(.empty)])))
    let again = attempt(.empty, number: 2)
    #expect(!isSentAgain(Run(record: Self.record, attempts: [waiting, again], trials: [settled(.empty, attempts: 2)])))
  }

  @Test func `what was never sent is sent, in the plan's order`() {
    let run = Run(record: Self.record, trials: [settled(nil, attempts: 0)])
    #expect(ResumeState(of: run).trials == Self.record.plan.trials)
    #expect(ResumeState(of: run).attempts.isEmpty)
  }

  @Test func `an answer whose trial's line is missing is an answer, and the line is made up for`() {
    let resumeState = ResumeState(of: Run(record: Self.record, attempts: [attempt(.ok)]))
    #expect(resumeState.trials.map(\.number) == [1])
    #expect(resumeState.unsettled == [settled(.ok)])
  }

  @Test func `an answer whose own line is damaged is asked for again, with the next number`() {
    for kind in [OutcomeClass.ok, .empty] {
      let run = Run(record: Self.record, trials: [settled(kind)])
      #expect(isSentAgain(run))
      #expect(ResumeState(of: run).attempts == [0: 1])
    }
    let second = Run(record: Self.record, attempts: [attempt(.http5xx)], trials: [settled(.ok, attempts: 2)])
    #expect(isSentAgain(second))
    #expect(ResumeState(of: second).attempts == [0: 2])
    // A failure before the answer may be lost.
    let retried = Run(record: Self.record, attempts: [attempt(.ok, number: 2)], trials: [settled(.ok, attempts: 2)])
    #expect(!isSentAgain(retried))
  }

  @Test func `the last attempt counts, also when it is later than the trial's line`() {
    let attempts = [attempt(.http5xx), attempt(.ok, number: 2)]
    let run = Run(record: Self.record, attempts: attempts, trials: [settled(.http5xx)])
    #expect(!isSentAgain(run))
    #expect(ResumeState(of: run).unsettled == [settled(.ok, attempts: 2)])
    let worse = Run(record: Self.record, attempts: [attempt(.http5xx)], trials: [settled(nil, attempts: 0)])
    #expect(isSentAgain(worse))
    #expect(ResumeState(of: worse).attempts == [0: 1])
  }
}
