package import Benchmark

/// Trials of one contestant that failed in the same way.
package struct FailureGroup: Hashable, Sendable {
  package let contestant: String
  package let kind: OutcomeClass
  /// What that means, with the limit where there is one.
  package let words: String
  package let trials: Int
  /// The server's words, or ours, the most frequent first.
  package let messages: [Counted]

  /// In the run's order of contestants, the most frequent failure first.
  static func groups(of cells: [Cell], in record: RunRecord) -> [FailureGroup] {
    let failed = cells.filter { $0.state == .settled && !$0.isAnswered }
    let byContestant = Dictionary(grouping: failed, by: \.trial.contestant)
    return byContestant.sorted { $0.key < $1.key }.flatMap { index, cells in
      groups(
        of: cells.compactMap(\.contents.result), contestant: record.contestants[index].name, deadlines: record.deadlines
      )
    }
  }

  private static func groups(
    of results: [AttemptRecord], contestant: String, deadlines: DeadlineRecord
  ) -> [FailureGroup] {
    Dictionary(grouping: results, by: \.outcome.kind).map { kind, results in
      FailureGroup(
        contestant: contestant, kind: kind, words: kind.words(deadlines), trials: results.count,
        messages: Counted.counts(results.compactMap(\.messageWithStatus)))
    }
    .sorted { ($1.trials, $0.kind.rawValue) < ($0.trials, $1.kind.rawValue) }
  }
}

extension AttemptRecord {
  /// `429: Rate limit exceeded`, as far as there is a status and a message.
  fileprivate var messageWithStatus: String? {
    let parts = [status.map(String.init), outcome.message].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
