internal import Benchmark
internal import Harness

/// What a plan over paid models may cost, by the catalogue's prices.
struct CostEstimate: Hashable, Sendable {
  /// US dollars, of the models whose price is known.
  var sum = 0.0
  /// Paid models without a price.
  var unknown: [String] = []
  /// Some answer has no limit of tokens.
  var isAssumed = false

  init(_ trials: [Trial], of record: RunRecord, prices: PriceList) {
    let cells = Dictionary(grouping: trials) { [$0.prompt, $0.contestant] }
    for trials in cells.values {
      guard let trial = trials.first else { continue }
      let model = record.contestants[trial.contestant].model
      guard let cost = prices.likely(trial, in: record) else {
        if !unknown.contains(model) { unknown.append(model) }
        continue
      }
      sum += cost * Double(trials.count)
      isAssumed = isAssumed || cost > 0 && record.parameters(of: trial).maxTokens == nil
    }
    unknown.sort()
  }

  /// The sum and what it rests on.
  var description: String {
    let limit = isAssumed ? " (\(PriceList.assumedAnswer) where none is set)" : ""
    let known =
      "about \(Dollars.text(sum)) by the catalogue's prices, with a token for every 4 bytes of prompt and answers as "
      + "long as their limit of tokens\(limit)"
    let others = unknown.isEmpty ? "" : "; the price of \(unknown.joined(separator: ", ")) is not known"
    return known + others
  }
}
