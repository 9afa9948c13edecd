package import Benchmark

/// Trials of one contestant that failed in the same way.
package struct FailureGroup: Hashable, Sendable {
  package let contestant: String
  package let kind: OutcomeClass
  /// What that means, with the limit where there is one.
  package let words: String
  package let trials: Int
  /// The server's words, or ours, the most frequent first.
  package let messages: [TextCount]

  /// In the run's order of contestants, the most frequent failure first.
  static func groups(of cells: [Cell], in record: RunRecord) -> [FailureGroup] {
    let failed = cells.filter { $0.state == .settled && !$0.isAnswered }
    let byContestant = Dictionary(grouping: failed, by: \.trial.contestant)
    return byContestant.sorted { $0.key < $1.key }.flatMap { index, cells in
      groups(of: cells, contestant: record.contestants[index].name, deadlines: record.deadlines)
    }
  }

  private static func groups(of failed: [Cell], contestant: String, deadlines: DeadlineRecord) -> [FailureGroup] {
    let byKind = Dictionary(grouping: failed) { $0.outcome ?? .cancelled }
    return byKind.map { kind, failed in
      FailureGroup(
        contestant: contestant, kind: kind, words: kind.words(deadlines), trials: failed.count,
        messages: TextCount.counts(failed.compactMap(\.events.messageWithStatus)))
    }
    .sorted { ($1.trials, $0.kind.rawValue) < ($0.trials, $1.kind.rawValue) }
  }
}

extension CellEvents {
  /// `429: Rate limit exceeded`, as far as there is a status and a message.
  fileprivate var messageWithStatus: String? {
    let parts = [failureStatus.map(String.init), failureMessage].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
