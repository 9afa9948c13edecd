import Benchmark

/// Another model than the one asked for answered.
package struct ModelSubstitution: Hashable, Sendable {
  package let contestant: String
  package let requested: String
  package let served: String
  package let answers: Int

  /// In the run's order of contestants.
  static func all(in cells: [Cell], of record: RunRecord) -> [ModelSubstitution] {
    let results = Dictionary(grouping: cells.filter(\.isAnswered), by: \.trial.contestant)
    return results.sorted { $0.key < $1.key }.flatMap { index, cells in
      let contestant = record.contestants[index]
      return TextCount.counts(cells.compactMap(\.events.substitute)).map { served in
        ModelSubstitution(
          contestant: contestant.name, requested: contestant.model, served: served.text, answers: served.count)
      }
    }
  }
}

extension AttemptRecord {
  /// The model that answered in place of the requested one; nil where it is the same or not told.
  var substitute: String? { servedModel == requestedModel ? nil : servedModel }
}
