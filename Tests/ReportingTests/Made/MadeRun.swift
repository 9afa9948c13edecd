import Benchmark
import Reporting

/// Runs that never happened, from a seed: the same numbers every time.
struct MadeRun {
  var prompts = 12
  var repetitions = 1
  var models = MadeModel.five
  var simulated = false
  var seed: UInt64 = 7

  var run: Run {
    let record = record
    var random = SeededGenerator(seed: seed)
    var run = Run(record: record, sessions: [session])
    for trial in record.plan.trials {
      let attempts = attempts(of: trial, in: record, random: &random)
      run.attempts += attempts
      run.trials.append(
        TrialRecord(
          trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
          contestant: record.contestants[trial.contestant].name, repetition: trial.repetition,
          attempts: attempts.count, outcome: attempts.last?.outcome.kind))
    }
    return run
  }

  var report: Report { Report(run) }

  private var record: RunRecord {
    RunRecord(
      id: "2026-03-01-general-1", created: "2026-03-01T09:30:00Z",
      tool: ToolVersion(name: "bakeoff", version: "0.1.0"),
      suite: Suite(
        name: "general", parameters: Parameters(maxTokens: 512, temperature: 0),
        prompts: (0..<prompts).map(MadePrompt.prompt)),
      suiteSource: SuiteSource(path: "suites/general.json", sha256: String(repeating: "ab", count: 32)),
      endpoints: [
        EndpointRecord(
          name: "openrouter", baseURL: "https://openrouter.ai/api/v1", dialect: "openrouter", rate: "18/min")
      ],
      contestants: models.map { Contestant(name: $0.name, model: $0.name, endpoint: "openrouter") },
      repetitions: repetitions, concurrency: 4, deadlines: DeadlineRecord(), seed: seed)
  }

  private var session: SessionRecord {
    SessionRecord(
      session: 0, wall: "2026-03-01T09:30:00Z", host: "workstation", boot: nil, transport: "libcurl/7.88.1")
  }

  private func attempts(
    of trial: Trial, in record: RunRecord, random: inout SeededGenerator
  ) -> [AttemptRecord] {
    let model = models[trial.contestant]
    let prompt = record.suite.prompts[trial.prompt]
    let last = attempt(of: trial, prompt: prompt, model: model, random: &random)
    guard random.next(below: 100) < model.retries else { return [last] }
    var first = last
    first.outcome = Outcome(.rateMinute, message: "Rate limit exceeded: free-models-per-min.")
    (first.status, first.answer, first.usage, first.reads) = (429, "", nil, [])
    (first.timeline.firstToken, first.timeline.firstAnswer, first.timeline.lastToken) = (nil, nil, nil)
    var second = last
    second.attempt = 2
    return [first, second]
  }

  private func attempt(
    of trial: Trial, prompt: Prompt, model: MadeModel, random: inout SeededGenerator
  ) -> AttemptRecord {
    let start = Int64(trial.number) * 2 * Nanoseconds.perSecond
    let spread = Int64(70 + random.next(below: 60))
    let first = model.firstToken * spread / 100 * Nanoseconds.perMillisecond
    let tokens = 40 + 15 * (trial.prompt % 12) + random.next(below: 20)
    let fails = model.failure.flatMap { random.next(below: 100) < $0.share ? $0 : nil }
    let step = 10 * model.perToken * spread / 100 * Nanoseconds.perMillisecond
    let reads = stride(from: 0, to: fails == nil ? tokens : 0, by: 10).map { index in
      TokenRead(offset: first + Int64(index / 10) * step, bytes: 40)
    }
    let isRight = random.next(below: 100) < model.skill
    return AttemptRecord(
      session: 0, trial: trial.number, prompt: prompt.id, contestant: model.name, repetition: trial.repetition,
      wall: "2026-03-01T09:30:00.000Z",
      timeline: Timeline(
        queued: start, admitted: start + 3 * .perMillisecond, sent: start + 40 * .perMillisecond,
        firstToken: reads.first.map { start + 40 * .perMillisecond + $0.offset },
        firstAnswer: reads.first.map { start + 40 * .perMillisecond + $0.offset },
        lastToken: reads.last.map { start + 40 * .perMillisecond + $0.offset },
        ended: start + (fails?.kind.isTimeout == true ? 60 * .perSecond : 3 * .perSecond)),
      reads: reads, status: fails.map(\.status) ?? 200, requestedModel: model.name,
      servedModel: model.served ?? model.name, finishReason: fails == nil ? "stop" : nil,
      usage: fails == nil && model.countsTokens ? Usage(promptTokens: 30, completionTokens: tokens) : nil,
      answer: fails == nil ? MadePrompt.answer(to: trial.prompt, isRight: isRight) : "",
      outcome: Outcome(fails?.kind ?? .ok, message: fails?.message), simulated: simulated)
  }
}
