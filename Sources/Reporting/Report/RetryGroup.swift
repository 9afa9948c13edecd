package import Benchmark

/// Requests that failed in one way and were sent again.
package struct RetryGroup: Hashable, Sendable {
  package let kind: OutcomeClass
  package let attempts: Int

  /// The most frequent first.
  static func groups(of cells: [Cell]) -> [RetryGroup] {
    let kinds = cells.lazy.flatMap(\.events.retried).map(\.rawValue)
    return TextCount.counts(kinds).compactMap { counted in
      OutcomeClass(rawValue: counted.text).map { RetryGroup(kind: $0, attempts: counted.count) }
    }
  }
}
