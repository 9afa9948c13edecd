internal import Benchmark
internal import Harness
internal import Reporting

/// The end of a run's session: reports, what a person has to know beside them, and the exit status.
struct RunSummary: Sendable {
  private var command: RunCommand
  private var context: Context

  init(_ command: RunCommand, _ context: Context) {
    self.command = command
    self.context = context
  }

  /// What was found is shown even where no report can be written.
  ///
  /// - Throws: `Failure` when one cannot.
  func deliver(_ result: RunExecutor.Result) throws -> ExitStatus {
    let report = Report(result.run)
    let delivery = Delivery(
      options: command.output, console: context.console, token: String(context.random(), radix: 16))
    let files = ReportFormat.allCases.map { "\(result.folder.path)/report.\($0.rawValue)" }
    let written = Result { try delivery.write(report, to: files) }
    let shown = Result { try delivery.deliver(report) }
    if case .success = written { context.console.say("Report: \(files.joined(separator: ", "))") }
    let ungraded = result.run.openGrading().filter { command.grading.covers($0.rule) }
    let evidence = RunCompleteness(report, stop: result.stop, ungraded: ungraded.count)
    if !command.isQuiet, let sentence = report.timeSpent.sentence { context.console.say(sentence) }
    if let sentence = evidence.sentence { context.console.say(sentence) }
    if let sentence = comeBack(result, ungraded: ungraded.count) { context.console.say(sentence) }
    for result in [written, shown] { try result.get() }
    return evidence.status(failsOnChecks: command.failsOnChecks)
  }

  /// How to go on where something is left.
  private func comeBack(_ result: RunExecutor.Result, ungraded: Int) -> String? {
    let trials = ResumeState(of: result.run).trials.count
    guard trials > 0 || ungraded > 0, !result.isMisaddressed else { return nil }
    let when = reset(after: result).map { "; come back after \($0.words)" } ?? ""
    let left = [
      trials > 0 ? "\(trials) \(trials == 1 ? "trial is" : "trials are") left" : nil,
      ungraded > 0 ? "\(ungraded) \(ungraded == 1 ? "grade is" : "grades are") missing" : nil,
    ]
    let words = left.compactMap(\.self).joined(separator: ", ")
    return "\(words)\(when). Go on with: \(resumption(of: result))"
  }

  /// When more can be sent, where that is known.
  private func reset(after result: RunExecutor.Result) -> QuotaReset? {
    switch result.stop {
    case .dayQuotaSpent: QuotaReset(in: context)
    case .longPause(_, let reset):
      reset.flatMap(Timestamp.milliseconds).map { QuotaReset(at: $0, in: context) }.flatMap { $0.isSoon ? $0 : nil }
    default: result.isPostponed ? QuotaReset(in: context) : nil
    }
  }

  /// What is not recorded has to be said again.
  private func resumption(of result: RunExecutor.Result) -> String {
    var words = ["bakeoff", "run", "--resume", result.folder.path]
    if let name = command.endpoint.keyVariable ?? (result.wantsKey ? "NAME" : nil) {
      // A recorded run does not decide where a key goes.
      words += (result.run.record.endpoints.first.map { ["--endpoint", $0.baseURL] } ?? []) + ["--api-key-env", name]
    }
    if let file = command.endpoint.authorities { words += ["--ca-cert", file] }
    if command.suiteOptions.allowsOutside { words.append("--allow-outside") }
    if command.grading.allowsPrograms { words.append("--allow-programs") }
    if !command.grading.asksJudges { words.append("--no-judges") }
    if command.allowsUnlisted { words.append("--any-model") }
    if command.budget.allowsPaid { words.append("--allow-paid") }
    if let sum = command.budget.maxCost { words += ["--max-cost", "\(sum)"] }
    if command.budget.untilQuota { words.append("--until-quota") }
    if let name = command.ledger.account { words += ["--account", name] }
    if let file = command.ledger.file { words += ["--ledger", file] }
    return words.map(CommandText.quoted).joined(separator: " ")
  }
}

extension RunExecutor.Result {
  /// The server wants a key, or another.
  fileprivate var wantsKey: Bool {
    if case .keyRefused = stop { true } else { false }
  }

  /// Going on would ask the same wrong address.
  fileprivate var isMisaddressed: Bool {
    if case .wrongAddress = stop { true } else { false }
  }
}
