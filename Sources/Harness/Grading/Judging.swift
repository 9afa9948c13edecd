package import Benchmark

/// What is asked of judges, laid out as a run of its own: every question is a prompt, every judge a contestant.
///
/// So judges are asked by the same runner as contestants, through the same window, admission and retries.
package struct Judging: Sendable {
  package let record: RunRecord
  /// One a question.
  package let trials: [Trial]
  /// What each question belongs to, with its place in it; by the trial's number.
  let places: [Place]
  let cases: [Case]

  /// A question of a case: the first, or in a comparison the second, with the answers the other way round.
  struct Place: Hashable, Sendable {
    let index: Int
    let question: Int
  }

  /// One thing to decide.
  struct Case: Sendable {
    let check: String
    let answer: AttemptRecord
    let other: AttemptRecord?

    var questions: Int { other == nil ? 1 : 2 }
  }

  /// Tasks without an answer are left out; `marker` gives letters and digits that nobody can foresee.
  package init(_ tasks: [GradingTask], of run: Run, marker: () -> String) {
    let recorded = AttemptPlaces(of: run.attempts, trials: run.record.plan.trials.count)
    let answer = { (trial: Trial) in
      recorded[trial].last.map { run.attempts[$0] }.flatMap { $0.outcome.kind.isAnswered ? $0 : nil }
    }
    var layout = Layout()
    for task in tasks {
      guard let rule = task.rule as? JudgeRule, let one = answer(task.trial) else { continue }
      let other = task.against.flatMap(answer)
      guard other != nil || task.against == nil else { continue }
      let prompt = run.record.suite.prompts[task.trial.prompt]
      layout.add(
        Case(check: rule.fingerprint, answer: one, other: other), rule, on: prompt,
        marker: Judging.marker(in: [one.answer, other?.answer ?? "", prompt.text], marker))
    }
    (trials, places, cases) = (layout.trials, layout.places, layout.cases)
    record = RunRecord(judging: run.record, prompts: layout.prompts, judges: layout.judges)
  }

  /// One that stands in none of the texts.
  private static func marker(in texts: [String], _ marker: () -> String) -> String {
    while true {
      let candidate = marker()
      if !texts.contains(where: { $0.contains(candidate) }) { return candidate }
    }
  }

  /// Everything as it is laid out, one question after the other.
  private struct Layout {
    var prompts: [Prompt] = []
    var judges: [String] = []
    var trials: [Trial] = []
    var places: [Place] = []
    var cases: [Case] = []

    mutating func add(_ new: Case, _ rule: JudgeRule, on prompt: Prompt, marker: String) {
      let answers = [new.answer.answer] + (new.other.map { [$0.answer] } ?? [])
      for question in 0..<new.questions {
        let shown = question == 0 ? answers : answers.reversed()
        ask(JudgeQuestion(rule: rule, task: prompt.text, answers: shown, marker: marker), of: rule.model)
        places.append(Place(index: cases.count, question: question))
      }
      cases.append(new)
    }

    private mutating func ask(_ question: JudgeQuestion, of model: String) {
      let judge = judges.firstIndex(of: model) ?? judges.count
      if judge == judges.count { judges.append(model) }
      let number = trials.count
      trials.append(Trial(number: number, block: number, prompt: number, contestant: judge, repetition: 1))
      prompts.append(Prompt(id: "judgement-\(number + 1)", text: question.text, parameters: question.parameters))
    }
  }
}

extension RunRecord {
  /// The run that asks a run's judges: as it was carried out itself, but not streamed, and what a prompt says of its
  /// settings is all that is said.
  fileprivate init(judging record: RunRecord, prompts: [Prompt], judges: [String]) {
    let endpoint = record.endpoints.first?.name ?? ""
    self = record
    suite = Suite(name: record.suite.name, prompts: prompts)
    contestants = judges.map { Contestant(name: $0, model: $0, endpoint: endpoint) }
    overrides = Parameters()
    repetitions = 1
    warmUps = 0
    streams = false
    freshPrompts = nil
  }
}

extension JudgeQuestion {
  /// A judge shall say the same tomorrow: temperature 0, unless the suite says otherwise.
  var parameters: Parameters {
    var parameters = Parameters(temperature: 0).overridden(by: rule.parameters ?? Parameters())
    parameters.system = [rule.parameters?.system, system].compactMap(\.self).joined(separator: "\n\n")
    parameters.extra = (parameters.extra ?? [:]).merging(["response_format": responseFormat]) { _, ours in ours }
    return parameters
  }
}
