internal import Benchmark
internal import Harness
internal import Reporting
internal import Transport

/// How long it takes to read a run, to make its reports, and to write its journal again.
struct Replay: Hashable, Sendable {
  var measurements: Int
  /// Reading the journal.
  var loading: Nanoseconds
  /// The report, as Markdown and as CSV.
  var reporting: Nanoseconds
  /// Writing the same journal anew, in processor time.
  var journaling: Nanoseconds
  /// Resident bytes.
  var peakMemory: Int64
}

extension Replay {
  init(of folder: RunFolder) throws {
    let (run, loading) = try Monotonic.timed { try JournalReader.load(folder.journal) }
    let (_, reporting) = try Monotonic.timed { try Replay.makeReports(of: run) }
    let peakMemory = PeakMemory.bytes
    let journaling = try Replay.write(run, to: "\(folder.path)/again.jsonl")
    self.init(
      measurements: run.attempts.count, loading: loading, reporting: reporting, journaling: journaling,
      peakMemory: peakMemory)
  }

  private static func makeReports(of run: Run) throws {
    let report = Report(run)
    for format in ReportFormat.allCases { try format.renderer.render(report) { _ in } }
  }

  private static func write(_ run: Run, to path: String) throws -> Nanoseconds {
    var spent: Nanoseconds = 0
    let journal = try JournalWriter(creating: path, now: { Monotonic.now })
    try journal.write(.run(run.record))
    for session in run.sessions { try journal.write(.session(session)) }
    for first in stride(from: 0, to: run.attempts.count, by: 1_000) {
      // Read before the clock goes on: only the writing is a run's.
      let attempts = Array(run.attempts[first..<min(first + 1_000, run.attempts.count)])
      let start = ProcessorTime.ofThisProcess
      for attempt in attempts { try journal.write(.attempt(attempt)) }
      spent += ProcessorTime.ofThisProcess - start
    }
    let start = ProcessorTime.ofThisProcess
    for trial in run.trials { try journal.write(.trial(trial)) }
    try journal.flush()
    return spent + ProcessorTime.ofThisProcess - start
  }
}

extension Monotonic {
  fileprivate static func timed<Value>(_ work: () throws -> Value) rethrows -> (Value, Nanoseconds) {
    let start = now
    let value = try work()
    return (value, now - start)
  }
}

extension Replay: CustomStringConvertible {
  /// One line: what another process reads.
  var description: String {
    "\(measurements) \(loading) \(reporting) \(journaling) \(peakMemory)"
  }

  init(_ line: String) throws {
    let numbers = line.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 5 else { throw BenchFailure("A replay ended without its figures: '\(line)'.") }
    self.init(
      measurements: Int(numbers[0]), loading: numbers[1], reporting: numbers[2], journaling: numbers[3],
      peakMemory: numbers[4])
  }
}
