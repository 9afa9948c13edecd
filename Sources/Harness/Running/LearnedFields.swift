internal import Benchmark
internal import Synchronization
internal import Wire

/// Which fields the endpoint of a run has refused, by model: what was refused once is not sent again.
final class LearnedFields: Sendable {
  private let learned = Mutex<[String: Set<FieldAdaptation>]>([:])

  /// How a request to a model is made now.
  func adaptations(of model: String) -> Set<FieldAdaptation> {
    learned.withLock { $0[model] ?? [] }
  }

  /// Takes in that a field was refused; whether that is news.
  func learn(_ field: FieldAdaptation, of model: String) -> Bool {
    learned.withLock { $0[model, default: []].insert(field).inserted }
  }
}

extension FieldAdaptation {
  /// Whether a request that was made so and refused for this field can be made otherwise; not where a server refuses
  /// both limits on tokens.
  func helps(_ used: Set<FieldAdaptation>) -> Bool {
    !used.contains(self) && !used.contains { $0.replacement == rawValue }
  }
}
