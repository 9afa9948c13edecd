package import Benchmark
internal import Dispatch
internal import Synchronization

/// Appends lines to a run's journal, each with one write(2), and flushes them to disk as it goes.
///
/// A crash of the process loses nothing that was written; a power cut loses at most the last second or 32 lines.
package final class JournalWriter: Sendable {
  /// How often lines are flushed to disk.
  private static let interval = (lines: 32, nanoseconds: Nanoseconds.perSecond)

  private struct State: Sendable {
    var number: Int
    var size: Int
    var unflushed = 0
    var flushedAt: Nanoseconds
    var failure: FileError?
  }

  package let path: String
  private let file: OpenFile
  private let redactor: Redactor
  private let now: @Sendable () -> Nanoseconds
  private let state: Mutex<State>
  private let flusher = DispatchQueue(label: "bakeoff.journal")

  /// Begins a journal; the file must not exist yet.
  ///
  /// Keys that the redactor knows are taken out of every line.
  /// - Throws: `FileError`.
  package convenience init(
    creating path: String, redactor: Redactor = Redactor(), now: @escaping @Sendable () -> Nanoseconds
  ) throws {
    let file = try OpenFile.create(path, mode: 0o600)
    guard file.lock() else { throw FileError.last("lock", path) }
    self.init(file, at: State(number: 0, size: 0, flushedAt: now()), redactor: redactor, now: now)
  }

  /// Goes on with a journal that an earlier process left: takes it, mends its end, and numbers on from its last line.
  ///
  /// What it tells is read by way of the file that was taken: before, somebody else might have been writing to it.
  /// - Throws: `FileError`, with `isLocked` when another process works on the run; `JournalReader.Failure`.
  package static func resume(
    _ path: String, redactor: Redactor = Redactor(), now: @escaping @Sendable () -> Nanoseconds
  ) throws -> (journal: JournalWriter, run: Run) {
    let file = try OpenFile.appending(path)
    guard file.lock() else { throw FileError.last("lock", path) }
    let bytes = try file.contents()
    let tail = JournalTail(bytes)
    var run = try JournalReader.read(Array(bytes[..<tail.wholeBytes]), path: path)
    if tail.isTorn {
      try file.truncate(to: tail.wholeBytes)
      run.warnings.append("\(path): the last line was torn and is taken away; what it told is done again")
    }
    if tail.lacksLineFeed { try file.write([UInt8(ascii: "\n")]) }
    let state = State(
      number: tail.nextNumber, size: tail.wholeBytes + (tail.lacksLineFeed ? 1 : 0), flushedAt: now())
    return (JournalWriter(file, at: state, redactor: redactor, now: now), run)
  }

  private init(
    _ file: consuming OpenFile, at state: State, redactor: Redactor, now: @escaping @Sendable () -> Nanoseconds
  ) {
    path = file.path
    self.file = file
    self.redactor = redactor
    self.now = now
    self.state = Mutex(state)
  }

  /// Writes a line, a run's with those of its prompts; when it returns the system has it.
  ///
  /// - Throws: `FileError`, now and at every later call: a run whose results cannot be stored has to stop.
  package func write(_ line: JournalLine) throws {
    try writeAlone(line)
    guard case .run(let record) = line else { return }
    for prompt in record.suite.prompts { try writeAlone(.prompt(prompt)) }
  }

  private func writeAlone(_ line: JournalLine) throws {
    let fields = redactor.redacted(try line.fields())
    let flushes = try state.withLock { state in
      if let failure = state.failure { throw failure }
      let bytes = JournalLine.framed(kind: line.kind, number: state.number, fields: fields)
      try append(bytes, &state)
      return isFlushDue(&state)
    }
    if flushes { flusher.async { [weak self] in _ = try? self?.file.sync() } }
  }

  /// Returns when everything written is on disk.
  package func flush() throws {
    try file.sync()
  }

  /// A line that the disk took only in part is taken back, so that the file stays a list of whole lines.
  private func append(_ bytes: [UInt8], _ state: inout State) throws {
    do {
      try file.write(bytes)
    } catch {
      state.failure = error as? FileError
      try? file.truncate(to: state.size)
      throw error
    }
    state.number += 1
    state.size += bytes.count
    state.unflushed += 1
  }

  private func isFlushDue(_ state: inout State) -> Bool {
    let now = now()
    let isDue =
      state.unflushed >= JournalWriter.interval.lines
      || now - state.flushedAt >= JournalWriter.interval.nanoseconds
    if isDue {
      state.unflushed = 0
      state.flushedAt = now
    }
    return isDue
  }
}
