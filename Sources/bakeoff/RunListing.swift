internal import Benchmark
internal import Harness
internal import Reporting

/// What a list of runs tells of one.
struct RunListing: Sendable {
  private var folder: RunFolder
  private var record: RunRecord?
  private var cells: (total: Int, answered: Int, passed: Int, checked: Int) = (0, 0, 0, 0)
  private var left = 0
  private var isSimulated = false
  /// Why it cannot be read; nil where it can.
  private var failure: String?
  private var isBeingWritten: Bool
  /// Local time, as in `2026-11-20 05:27`.
  let time: String

  /// A run that cannot be read is a row too.
  init(_ folder: RunFolder, in context: Context) {
    self.folder = folder
    isBeingWritten = OpenFile.isLocked(folder.journal)
    do {
      let run = try JournalReader.load(folder.journal)
      let report = Report(run)
      record = run.record
      isSimulated = run.isSimulated
      left = ResumeState(of: run).trials.count
      let checked = report.cells.compactMap(\.passes)
      cells = (report.cells.count, report.cells.count(where: \.isAnswered), checked.count { $0 }, checked.count)
    } catch {
      failure = "\(error)"
    }
    let created = (record?.created).flatMap(Timestamp.milliseconds)
    time = created.flatMap { context.localTime($0).minute } ?? "–"
  }

  /// Enough to name it: its name, else the digits that end its id, else its whole id.
  func handle(below reports: String) -> String {
    let digits = folder.id.split(separator: "-").last.map(String.init) ?? folder.id
    let names = [record?.name, digits].compactMap(\.self)
    return names.first { RunFolder.find($0, below: reports) == folder } ?? folder.id
  }

  var suite: String { record?.suite.name ?? "–" }

  var models: String {
    guard let record else { return "–" }
    return record.contestants.map(\.name).joined(separator: ", ")
  }

  var state: String {
    if failure != nil { return "unreadable" }
    return progress + (isSimulated ? ", simulated" : "")
  }

  private var progress: String {
    if isBeingWritten { return "running, \(left) left" }
    if left > 0 { return "\(left) left" }
    return cells.answered == cells.total ? "complete" : "\(cells.answered) of \(cells.total) answered"
  }

  var checks: String { cells.checked > 0 ? "\(cells.passed)/\(cells.checked)" : "–" }

  /// For scripts; null where nothing is known.
  var json: String {
    let object: [String: JSONValue] = [
      "id": .string(folder.id), "path": .string(folder.path), "name": text(record?.name),
      "suite": text(record?.suite.name),
      "created": text(record?.created), "models": .array((record?.contestants ?? []).map { .string($0.name) }),
      "trials": .integer(cells.total), "trials_answered": .integer(cells.answered), "trials_left": .integer(left),
      "running": .bool(isBeingWritten), "simulated": .bool(isSimulated),
      "checks_passed": .integer(cells.passed), "checks_total": .integer(cells.checked),
      "error": text(failure),
    ]
    return JSONValue.object(object).json
  }

  private func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
