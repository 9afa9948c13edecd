internal import Benchmark
internal import Harness
internal import Transport

/// A session of a run from its first line in the journal to its last: everything it needs has been decided.
struct RunExecutor: Sendable {
  private static let quotaWords = "the quota of the day covers whole blocks up to here; the rest is for another day"

  /// A new run gets its id with its folder.
  var record: RunRecord
  var endpoint: Endpoint
  var key: APIKey?
  /// Those that were named for the endpoint.
  var authorities: [AuthorityRecord] = []
  /// Where attachments are read.
  var files: SuiteFolder
  /// What is sent now and what is left.
  var share: RunPreparation.Share
  /// Where free requests are booked; nil books none.
  var page: LedgerAccount?
  /// Where answers are kept for other runs.
  var cache: AnswerCache?
  /// What it answers of this one.
  var recall: CachedAnswers?
  /// Of a run that is resumed.
  var earlier: RecordedSessions?
  /// What its requests may cost; nil where no sum is set.
  var costBudget: CostBudget?
  /// What looks at the answers when they are in; nil where nothing does.
  var grading: Grading?
  /// Below which a new run's folder is made.
  var reports: String
  var isQuiet: Bool
  /// The first request leaves alone: nothing has shown yet that the address is right and the key is taken.
  var beginsWithOne = false
  /// What the harness itself adds, where that was measured before.
  var calibration: CalibrationRecord?

  /// What a session leaves behind.
  struct Result: Sendable {
    var folder: RunFolder
    var run: Run
    /// Why the session ended before its share was sent.
    var stop: Stop?
    /// Whether the day's quota did not cover the whole plan.
    var isPostponed = false
  }

  /// Sends everything and reads the journal back: reports are made from what was stored and nothing else.
  ///
  /// - Throws: `Failure`.
  func run(with client: HTTPClient, in context: Context) async throws -> Result {
    let folder = try earlier?.folder ?? newFolder(in: context)
    let stop: Stop?
    do {
      stop = try await carryOut(in: folder, with: client, context)
    } catch let fault as AttachmentFault {
      throw Failure(.badData, "The run stopped: \(fault) What was measured until then is in \(folder.journal).")
    } catch let error as FileError {
      let isReadable = (try? JournalReader.load(folder.journal)) != nil
      throw Failure(
        .cannotWrite,
        "The run stopped: \(error)."
          + (isReadable
            ? " What was measured until then is in \(folder.journal); 'bakeoff report \(folder.path)' shows it."
            : " Nothing had been measured yet."))
    }
    return Result(
      folder: folder, run: try JournalReader.load(folder.journal), stop: stop, isPostponed: !share.later.isEmpty)
  }

  private func carryOut(in folder: RunFolder, with client: HTTPClient, _ context: Context) async throws -> Stop? {
    let journal = try journal(in: folder, context)
    await Service(endpoint: endpoint, key: key, send: client.send)
      .openConnections(min(record.concurrency, share.now.count))
    let session = try Session(
      earlier?.nextSession ?? 0, of: record, named: folder.id, at: endpoint, key: key, files: files, page: page,
      journal: journal, client: client, authorities: authorities, isQuiet: isQuiet, in: context)
    if var calibration {
      calibration.session = session.number
      try journal.write(.calibration(calibration))
    }
    if let recall { try session.keep(recall) }
    let stop = try await session.send(
      share.now, of: record, after: TrialProgress(earlier?.resumeState, recall), into: journal, costBudget: costBudget,
      cache: cache,
      beginsWithOne: beginsWithOne)
    if let failure = await cache?.failure { context.console.warn("\(failure) Answers were not kept from there on.") }
    try postpone(in: journal)
    // Whatever stopped the run would stop the judges too; programs need none of it.
    let ending = try await grading?.carryOut(in: session, asksJudges: stop == nil)
    try journal.flush()
    return stop ?? ending
  }

  /// Says of every trial that is left to another day why it was not sent.
  private func postpone(in journal: JournalWriter) throws {
    for trial in share.later where earlier?.resumeState.attempts[trial.number] == nil {
      try journal.write(
        .trial(
          TrialRecord(
            trial: trial.number, prompt: record.suite.prompts[trial.prompt].id,
            contestant: record.contestants[trial.contestant].name, repetition: trial.repetition, attempts: 0,
            outcome: nil, notSent: RunExecutor.quotaWords)))
    }
  }

  /// A new journal with its first line, or the earlier one with the lines that a crash took.
  private func journal(in folder: RunFolder, _ context: Context) throws -> JournalWriter {
    if let earlier, let journal = earlier.journal {
      for trial in earlier.resumeState.unsettled { try journal.write(.trial(trial)) }
      return journal
    }
    let journal = try JournalWriter(
      creating: folder.journal, redactor: redactor, now: context.clock.monotonic)
    var record = record
    record.id = folder.id
    try journal.write(.run(record))
    return journal
  }

  private var redactor: Redactor { Redactor(keys: key.map { [$0] } ?? []) }

  private func newFolder(in context: Context) throws -> RunFolder {
    do {
      return try RunFolder.create(
        below: reports, time: Timestamp.folderText(milliseconds: context.wallMilliseconds()),
        suite: redactor.redacted(record.suite.name),
        random: { UInt16(truncatingIfNeeded: context.random()) })
    } catch let error as FileError {
      throw Failure(.cannotWrite, "The folder for reports cannot be used: \(error). Give another with '--reports DIR'.")
    }
  }
}
