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
    let evidence = Evidence(report([attempt(1)], settled: settled), stop: .interrupted, ungraded: 0)
    #expect(evidence.sentence == "Interrupted: 0 of 1 trials were measured, and the report holds them.")
    #expect(evidence.status(failsOnChecks: false) == .unavailable)
  }

  @Test func `one that came to its end is evidence, and so is a failure of the model's own`() {
    let whole = Evidence(report([attempt(1), attempt(2)], settled: .ok), stop: nil, ungraded: 0)
    #expect(whole.sentence == nil)
    #expect(whole.status(failsOnChecks: false) == .success)
    let failed = Evidence(report([attempt(1), attempt(2, .empty)], settled: .empty), stop: nil, ungraded: 0)
    #expect(failed.sentence == "No request was answered: 1 × empty.")
  }
}
