internal import Benchmark
internal import Harness

/// What earlier sessions left of a run, held for this process.
struct RecordedSessions: Sendable {
  var folder: RunFolder
  /// Nil where the run is only looked at.
  var journal: JournalWriter?
  var run: Run
  var resumeState: ResumeState

  /// Reads the run and, unless `readingOnly`, takes it: a torn end is mended and told.
  ///
  /// - Throws: `Failure` when another process works on it; `FileError`, `JournalReader.Failure`.
  init(_ folder: RunFolder, key: APIKey?, readingOnly: Bool, in context: Context) throws {
    self.folder = folder
    if readingOnly {
      run = try JournalReader.load(folder.journal)
    } else {
      let redactor = Redactor(keys: key.map { [$0] } ?? [])
      let (journal, run) = try RecordedSessions.taken(folder, redactor, context)
      (self.journal, self.run) = (journal, run)
    }
    resumeState = ResumeState(of: run)
    for warning in run.warnings { context.console.warn(warning) }
  }

  private static func taken(
    _ folder: RunFolder, _ redactor: Redactor, _ context: Context
  ) throws -> (JournalWriter, Run) {
    do {
      return try JournalWriter.resume(folder.journal, redactor: redactor, now: context.clock.monotonic)
    } catch let error as FileError where error.isLocked {
      let holder = OpenFile.holder(of: folder.journal).map { "The process \($0)" } ?? "Another process"
      throw Failure(.cannotWrite, "\(holder) is working on the run \(folder.id): wait until it has ended.")
    }
  }

  /// - Throws: `Failure` where a prompt that is still to be sent cannot be read any more.
  func checkPrompts() throws {
    guard let lost = resumeState.trials.map(\.prompt).filter(run.damagedPrompts.contains).min() else { return }
    // The first line is the run's own.
    throw Failure(
      .badData,
      "The run \(folder.id) cannot go on: a prompt is still to be sent, and line \(lost + 2) of \(folder.journal), which "
        + "told it, is damaged. Begin a new run; 'bakeoff report \(folder.path)' shows what was measured.")
  }

  /// The number of the session that goes on.
  var nextSession: Int { run.sessions.map(\.session).max().map { Count.sum([$0, 1]) } ?? 0 }
}

extension RunFolder {
  /// - Throws: `Failure` where no run has the name.
  static func named(_ name: String, below reports: String) throws -> RunFolder {
    let matches = matches(name, below: reports)
    if let folder = matches.first, matches.count == 1 { return folder }
    if !matches.isEmpty {
      let more = matches.count > 10 ? ["  … and \(matches.count - 10) more"] : []
      throw Failure(
        .usage, "'\(name)' may mean \(matches.count) runs. Name one of them:",
        details: matches.prefix(10).map { "  \($0.id)" } + more)
    }
    throw Failure(
      .usage,
      name == "latest"
        ? "There is no run in \(reports) yet: 'bakeoff run' or 'bakeoff demo' makes one."
        : "There is no run '\(name)': give a folder with a \(journalName), a name, a suite, a part of an id, or 'latest'. "
          + "'bakeoff runs' lists them.")
  }
}
