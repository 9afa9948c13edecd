import Benchmark

/// A model that judged answers, and what that took: none of it is any contestant's.
package struct JudgeUse: Hashable, Sendable {
  package let model: String
  /// Failed ones and their repetitions included.
  package let requests: Int
  /// Which model the server says answered, the most frequent first.
  package let served: [TextCount]
  /// Prompt and completion together; nil where an answer's are not known.
  package let tokens: Int?
  /// US dollars; nil where an answer's cost is not known.
  package let cost: Double?

  /// In alphabetical order.
  static func all(in judgements: [JudgeRecord]) -> [JudgeUse] {
    Dictionary(grouping: judgements.map(\.request), by: \.requestedModel).sorted { $0.key < $1.key }.map {
      JudgeUse(model: $0, requests: $1)
    }
  }

  private init(model: String, requests: [AttemptRecord]) {
    self.model = model
    self.requests = requests.count
    served = TextCount.counts(requests.compactMap(\.servedModel))
    let answered = requests.filter(\.outcome.kind.isAnswered).map(\.usage)
    tokens = JudgeUse.known(answered.map { $0?.totalTokens }).map(Count.sum)
    cost = JudgeUse.known(answered.map { $0?.cost })?.reduce(0, +)
  }

  /// Nil where any is unknown.
  private static func known<Number>(_ values: [Number?]) -> [Number]? {
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : nil
  }
}
