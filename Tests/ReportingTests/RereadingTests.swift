import Benchmark
import Synchronization
import Testing

@testable import Reporting

/// Answers may be long and many: a report holds numbers, and reads a run's attempts again for whatever shows them.
@Suite struct RereadingTests {
  /// Counts how often an attempt is asked for.
  private final class CountedAttempts: AttemptSource {
    let attempts: AttemptList
    private let reads = Atomic(0)

    init(_ attempts: AttemptList) {
      self.attempts = attempts
    }

    var count: Int { attempts.count }
    var isSimulated: Bool { attempts.isSimulated }
    var failure: (any Error)? { nil }

    func key(at index: Int) -> AttemptKey { attempts.key(at: index) }

    subscript(index: Int) -> AttemptRecord {
      reads.add(1, ordering: .relaxed)
      return attempts[index]
    }

    /// Reads since the last question.
    var newReads: Int { reads.exchange(0, ordering: .relaxed) }
  }

  @Test func `every attempt is read once for a report, and once more for each format that shows answers`() throws {
    var run = MadeRun(prompts: 20, repetitions: 3, models: [MadeModel(name: "a"), MadeModel(name: "b")]).run
    let source = CountedAttempts(run.attempts)
    run.attempts = AttemptList(source)
    let report = Report(run)
    #expect(source.newReads == source.count)
    for format in ReportFormat.allCases {
      _ = try format.renderer.render(report)
      #expect(source.newReads == source.count, "\(format)")
    }
    _ = TerminalTable.render(report, width: 100, styled: false)
    _ = try SummaryJSON.render(report)
    #expect(source.newReads == 0)
  }

  @Test func `failures are told without being read again`() throws {
    var run = MadeRun(prompts: 5, models: [MadeModel(name: "a")]).run
    let failed = run.attempts.indices.prefix(2)
    for index in failed { run.attempts[index].outcome = Outcome(.http5xx, message: "no") }
    let source = CountedAttempts(run.attempts)
    run.attempts = AttemptList(source)
    let report = Report(run)
    #expect(source.newReads == source.count)
    #expect(report.failures.map(\.messages) == [[TextCount(text: "200: no", count: 2)]])
    #expect(source.newReads == 0)
  }

  @Test func `what is read again makes the same report as what is kept`() throws {
    let run = MadeRun(repetitions: 2, models: MadeModel.five).run
    var again = run
    again.attempts = AttemptList(CountedAttempts(run.attempts))
    for format in ReportFormat.allCases {
      #expect(try format.renderer.render(Report(again)) == format.renderer.render(Report(run)))
    }
    #expect(try SummaryJSON.render(Report(again)) == SummaryJSON.render(Report(run)))
  }
}
