import Benchmark
import Reporting

/// A run in which everything that can be text is hostile.
enum HostileRun {
  static let contestants = 4

  static let report: Report = {
    let texts = HostileText.all
    var run = Run(record: record(texts))
    for trial in run.record.plan.trials {
      let attempt = attempt(trial, text: texts[trial.prompt], record: run.record)
      run.attempts.append(attempt)
      run.trials.append(
        TrialRecord(
          trial: trial.number, prompt: attempt.prompt, contestant: attempt.contestant,
          repetition: trial.repetition, attempts: 1, outcome: attempt.outcome.kind))
    }
    run.warnings = texts
    return Report(run)
  }()

  private static func record(_ texts: [String]) -> RunRecord {
    let names = ["a|b `c` *d* <e>", "=1+1\r\n\u{1B}[31m", "me@evil.example www.evil.example", "#1 [x](http://y) ~~z~~"]
    return RunRecord(
      id: texts[8], created: "2026-03-01T09:30:00Z", tool: ToolVersion(name: "bakeoff", version: "<b>"),
      suite: Suite(
        name: "# | <b>suite</b>",
        prompts: texts.map { Prompt(id: $0, text: $0, checks: [Check(ContainsRule($0), name: $0)]) }),
      suiteSource: SuiteSource(path: "a`b|c\n# d", sha256: "00"),
      endpoints: [EndpointRecord(name: "*e*", baseURL: "http://evil.example", dialect: "openai", rate: "|")],
      contestants: names.map { Contestant(name: $0, model: $0, endpoint: "*e*", parameters: Parameters(system: $0)) },
      repetitions: 2, concurrency: 1, deadlines: DeadlineRecord(), seed: 1)
  }

  private static func attempt(_ trial: Trial, text: String, record: RunRecord) -> AttemptRecord {
    let fails = trial.contestant == 3
    return AttemptRecord(
      session: 0, trial: trial.number, prompt: text, contestant: record.contestants[trial.contestant].name,
      repetition: trial.repetition, wall: "2026-03-01T09:30:00.000Z",
      timeline: Timeline(
        queued: 0, admitted: 1, sent: 2, firstToken: 3, firstAnswer: 3, lastToken: 1_234_567, ended: 9),
      status: 200, requestedModel: "m", servedModel: text, provider: text, answer: text, reasoningText: text,
      toolCalls: [ToolCall(name: text, arguments: text)], outcome: Outcome(fails ? .streamError : .ok, message: text),
      notes: [text])
  }
}
