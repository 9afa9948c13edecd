import Benchmark

/// Puts contestants in order and says which neighbours cannot be told apart.
struct Ranking {
  private(set) var summaries: [ContestantSummary]

  init(_ unordered: [ContestantSummary]) {
    summaries = unordered.sorted { first, second in
      let criterion = Ranking.separating(first, second)
      return criterion.map { $0.key(first) < $0.key(second) } ?? (first.index < second.index)
    }
    let passed = pValues(of: .passed)
    var adjusted = [Criterion.passed: passed]
    for row in summaries.indices {
      summaries[row].rank = row + 1
      guard row > 0 else { continue }
      let criterion = Ranking.separating(summaries[row - 1], summaries[row]) ?? .latency
      let values = adjusted[criterion] ?? pValues(of: criterion)
      adjusted[criterion] = values
      summaries[row].difference = difference(at: row, by: criterion, pValue: values[RowPair(row - 1, row)] ?? 1)
      summaries[row].apartFrom = (0..<row - 1).filter { Difference.isClear(passed[RowPair($0, row)] ?? 1) }.map {
        $0 + 1
      }
    }
  }

  /// Two rows, the upper one first.
  private struct RowPair: Hashable {
    let upper: Int
    let lower: Int

    init(_ upper: Int, _ lower: Int) {
      (self.upper, self.lower) = (upper, lower)
    }
  }

  private static func separating(_ first: ContestantSummary, _ second: ContestantSummary) -> Criterion? {
    Criterion.allCases.first { $0.key(first) != $0.key(second) }
  }

  /// Holm over all pairs of contestants within one criterion, not only the neighbours that happen to be compared.
  private func pValues(of criterion: Criterion) -> [RowPair: Double] {
    let pairs = summaries.indices.flatMap { lower in (0..<lower).map { RowPair($0, lower) } }
    let raw = pairs.map { criterion.test(summaries[$0.upper], summaries[$0.lower]).pValue }
    return Dictionary(uniqueKeysWithValues: zip(pairs, Holm.adjusted(raw)))
  }

  private func difference(at row: Int, by criterion: Criterion, pValue: Double) -> Difference {
    let test = criterion.test(summaries[row - 1], summaries[row])
    return Difference(
      criterion: criterion, pairs: test.pairs, arePrompts: test.arePrompts, pValue: pValue, ratio: test.ratio,
      flips: test.flips)
  }
}
