internal import Arguments
internal import Benchmark
internal import Harness

/// The tool: words in, an exit status out.
enum Program {
  static let tool = CommandLineTool(
    name: "bakeoff",
    abstract: "Compare language models side by side: the same prompts, honest clocks, one report.",
    version: Context.version,
    commands: [
      RunCommand.self, PlanCommand.self, GradeCommand.self, ReportCommand.self, RunsCommand.self, QuotaCommand.self,
      CacheCommand.self,
      ModelsCommand.self, ValidateCommand.self, ShowCommand.self, InitCommand.self, ImportCommand.self,
      DemoCommand.self,
      SimulateCommand.self, DoctorCommand.self, CompletionsCommand.self,
    ],
    nearest: { word, candidates in EditDistance.nearest(to: word, among: candidates) })

  static func answer(_ words: [String], in context: Context, heeding signals: CaughtSignals) async -> ExitStatus {
    let work = Task { await answer(words, in: context) }
    let watch = SignalWatch(for: signals, drain: context.interruption.begin, cancel: work.cancel)
    let status = await work.value
    // What could not be stored is told even then.
    return status == .cannotWrite ? status : watch.status ?? status
  }

  private static func answer(_ words: [String], in context: Context) async -> ExitStatus {
    switch tool.parse(words, columns: context.console.columns) {
    case .help(let text), .version(let text): return printed(text + "\n", in: context)
    case .completions(let lines): return printed(lines.map { $0 + "\n" }.joined(), in: context)
    case .failure(let failure):
      context.console.say(failure.text)
      return .usage
    case .run(let command):
      guard let verb = command as? any Verb else { return .software }
      return await carryOut(verb, in: context)
    }
  }

  private static func printed(_ text: String, in context: Context) -> ExitStatus {
    do {
      try context.console.output(text)
      return .success
    } catch {
      context.console.say("Error: \(error).")
      return .cannotWrite
    }
  }

  private static func carryOut(_ verb: any Verb, in context: Context) async -> ExitStatus {
    do {
      return try await verb.run(in: context)
    } catch {
      context.console.status("")
      // Only a signal cancels, and it has a status of its own.
      return error is CancellationError && Task.isCancelled ? .interrupt : tell(error, in: context)
    }
  }

  private static func tell(_ error: any Error, in context: Context) -> ExitStatus {
    guard let failure = error as? Failure else {
      context.console.say("Error: \(error)")
      return status(of: error)
    }
    context.console.say((["Error: \(failure.message)"] + failure.details).joined(separator: "\n"))
    return failure.status
  }

  private static func status(of error: any Error) -> ExitStatus {
    switch error {
    case is FileError, is LedgerFailure, is CacheFailure: .cannotWrite
    case is JournalReader.Failure: .badData
    default: .software
    }
  }
}
