package import Benchmark

/// A cell's attempts as the journal tells them.
package struct CellContents: Sendable {
  /// In the order in which they were made; the last is the result.
  package let attempts: [AttemptRecord]

  package var result: AttemptRecord? { attempts.last }

  /// The last attempt of each of its requests: of one, or of a conversation's in order.
  package var results: [AttemptRecord] { attempts.byRequest.compactMap(\.last) }

  /// The attempts that say something: what we broke off and resumed is nobody's failure, nor is a field that the server
  /// does not take.
  package var tries: [AttemptRecord] {
    attempts.filter { $0.outcome.kind != .cancelled && $0.retry?.refusedField == nil }
  }
}
