import Benchmark

/// Trials of one contestant that were not sent for one reason.
package struct NotSentGroup: Hashable, Sendable {
  package let contestant: String
  package let reason: String
  package let trials: Int

  /// In the run's order of contestants, the most frequent reason first.
  static func groups(of cells: [Cell], in record: RunRecord) -> [NotSentGroup] {
    Dictionary(grouping: cells, by: \.trial.contestant).sorted { $0.key < $1.key }.flatMap { index, cells in
      TextCount.counts(cells.compactMap(\.notSentReason)).map { counted in
        NotSentGroup(contestant: record.contestants[index].name, reason: counted.text, trials: counted.count)
      }
    }
  }
}

extension Cell {
  /// Why it was not sent; nil where it was.
  var notSentReason: String? {
    if case .notSent(let reason) = state { reason } else { nil }
  }
}
