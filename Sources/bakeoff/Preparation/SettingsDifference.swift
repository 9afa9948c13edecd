internal import Arguments
internal import Benchmark
internal import Harness

/// What a command line or a suite's file says otherwise than the run that is to be resumed.
enum SettingsDifference {
  private static let mostChanges = 20

  /// - Throws: `Failure` with a line for each setting that was one thing and is another.
  static func check(_ command: RunCommand, against record: RunRecord, in context: Context) throws {
    let recorded = RunCommand(repeating: record)
    var given = recorded
    // Models add up on a command line.
    given.models = []
    do throws(UsageError) {
      given = try Program.tool.read(context.words.dropFirst(), onto: given)
    } catch {
      throw Failure(.usage, "The run cannot be resumed with these words: \(error).")
    }
    let changed = settings(was: recorded, is: given)
    let suite = try suite(command, record, context)
    let lines = changed + suite
    guard !lines.isEmpty else { return }
    let isEdited = command.suite == nil && !suite.isEmpty
    let remedy =
      !isEdited
      ? "Leave out what differs" : changed.isEmpty ? "Put the suite back" : "Leave out the rest, put the suite back"
    throw Failure(
      .usage, "The run \(record.id) was planned otherwise, and nothing was sent:",
      details: lines.map { "  " + $0 } + [
        "\(remedy) to go on as it was planned, or begin a new run without '--resume'."
      ])
  }

  private static func settings(was: RunCommand, is given: RunCommand) -> [String] {
    var given = given
    if given.models.isEmpty { given.models = was.models }
    return zip(was.settings, given.settings).compactMap { was, now in
      was.value == now.value ? nil : "\(was.name): was \(was.value), is \(now.value)"
    }
  }

  /// The suite that is named, or else the one whose path is recorded, as far as it can still be read.
  private static func suite(_ command: RunCommand, _ record: RunRecord, _ context: Context) throws -> [String] {
    let path = command.suite
    if path == nil, !FileSystem.isRegularFile(record.suiteSource.path) { return [] }
    let file = try SuiteFile.read(
      path ?? record.suiteSource.path, command.suiteOptions, keyVariable: command.endpoint.keyVariable, in: context)
    let isSame =
      file.source.sha256 == record.suiteSource.sha256 && file.source.files == record.suiteSource.files
    guard !isSame else { return [] }
    let changes = changes(was: record.suite, is: file.suite, isWhole: record.suiteSource.prompts == nil)
    guard !changes.isEmpty else { return [] }
    return ["suite: was \(text(of: record.suiteSource)), is \(text(of: file.source))"]
      + changes.prefix(mostChanges).map { "  " + $0 }
      + (changes.count > mostChanges ? ["  and \(changes.count - mostChanges) more changes"] : [])
  }

  private static func text(of source: SuiteSource) -> String { "\(source.path) (\(source.sha256.prefix(12)))" }

  /// `isWhole`: all prompts of the suite were chosen, so that further ones are a change.
  private static func changes(was: Suite, is now: Suite, isWhole: Bool) -> [String] {
    let places = Dictionary(now.prompts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let known = Set(was.prompts.lazy.map(\.id))
    let old: [String] = was.prompts.compactMap { prompt in
      guard let place = places[prompt.id] else { return "prompt '\(prompt.id)' is gone" }
      return now.prompts[place] == prompt ? nil : "prompt '\(prompt.id)' is another"
    }
    let new = isWhole ? now.prompts.lazy.map(\.id).filter { !known.contains($0) }.map { "prompt '\($0)' is new" } : []
    let lines = old + new + (was.parameters == now.parameters ? [] : ["the parameters of all prompts are others"])
    if !lines.isEmpty { return lines }
    var (was, now) = (was, now)
    if !isWhole { (was.prompts, now.prompts) = ([], []) }
    return was == now
      ? []
      : ["its name, its description, its tools, its output, its contestants or the order of its prompts is another"]
  }
}
