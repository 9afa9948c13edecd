internal import Benchmark
internal import Harness

/// A recorded run with the checks of a suite as it stands now.
struct CheckReplacement: Sendable {
  /// With those checks, where there are any.
  private(set) var run: Run
  /// What takes the place of what; nil where nothing does.
  private(set) var checks: ChecksRecord?

  /// - Throws: `Failure` where the suite asks something else than the run did.
  init(_ run: Run, by file: SuiteFile?, in context: Context) throws {
    self.run = run
    guard let file else { return }
    let prompts = Dictionary(file.suite.prompts.map { ($0.id, $0) }) { first, _ in first }
    try CheckReplacement.compare(run.record.suite, with: file.suite, prompts, of: file.source.path)
    let missing = run.record.suite.prompts.filter { prompts[$0.id] == nil }.map(\.id)
    if missing.count == run.record.suite.prompts.count {
      throw CheckReplacement.stranger(run.record, file.suite, file.source.path)
    }
    if let first = missing.first {
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      context.console.warn("\(file.source.path) has no prompt '\(first)'\(others): its checks stay as they are.")
    }
    let checks = ChecksRecord(
      of: file.suite, from: file.source, replacing: run.record, wall: context.clock.wall)
    guard !checks.prompts.isEmpty else { return }
    self.checks = checks
    self.run.apply(checks)
  }

  /// Nothing of the suite was asked in the run.
  private static func stranger(_ record: RunRecord, _ suite: Suite, _ path: String) -> Failure {
    let shown = { (prompts: PromptList) in prompts.prefix(3).map { $0.id.quotedExcerpt() }.joined(separator: ", ") }
    return Failure(
      .badData,
      "\(path) shares no prompt with the run \(record.id): it has \(shown(suite.prompts)), the run \(shown(record.suite.prompts)). "
        + "Prompts are found by their ids; name the suite that the run was made of.")
  }

  private static func compare(
    _ recorded: Suite, with suite: Suite, _ prompts: [String: Prompt], of path: String
  ) throws {
    let others = recorded.prompts.filter { prompt in
      guard let now = prompts[prompt.id] else { return false }
      return !now.asks(theSameAs: prompt) || suite.output(of: now) != recorded.output(of: prompt)
    }
    guard !others.isEmpty else { return }
    let most = 10
    let lines = others.prefix(most).map { "  prompt '\($0.id)' asks something else now" }
    throw Failure(
      .badData, "\(path) is not what the run asked, so its checks do not fit the answers:",
      details: lines + (others.count > most ? ["  \(others.count - most) more"] : [])
        + ["Put the texts back, give changed prompts new ids, or run the suite anew."])
  }

  /// As in `The checks of 3 prompts are replaced by suites/x.json`, and a full stop.
  var words: String {
    guard let checks else { return "No check has changed." }
    let count = checks.prompts.count
    return "The checks of \(count) prompt\(count == 1 ? "" : "s") are replaced by \(checks.suiteSource.path)."
  }
}
