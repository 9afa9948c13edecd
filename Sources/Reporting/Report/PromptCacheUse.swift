package import Benchmark

/// Which of a contestant's TTFTs are those of prompts that the server had in its cache: another quantity (METRICS).
package struct PromptCacheUse: Hashable, Sendable {
  /// A share of the trials that makes a mixture, and a difference of shares that makes two mixtures.
  private static let tolerance = 0.05
  /// How much shorter the later TTFTs of a prompt are, at the least, where a cache may be the reason.
  private static let fall = 0.5

  /// TTFTs of trials whose prompt was at least half in the cache, in milliseconds.
  package let cached: Sample
  /// TTFTs of the others of which the server tells, in milliseconds.
  package let others: Sample
  /// Median TTFTs of the first requests of prompts and of all later ones, in milliseconds, where nothing tells of a cache
  /// and the later ones are so much shorter that there may be one; else nil.
  package let fall: Fall?

  /// From one median to another, in milliseconds.
  package struct Fall: Hashable, Sendable {
    package let first: Double
    package let later: Double

    /// As in `642 ms, then 13 ms`.
    var words: String {
      [first, later].map { DurationScale([$0]).text(Measured($0)) }.joined(separator: ", then ")
    }
  }

  /// `cells` are a contestant's, in the order of prompts and repetitions; those of `isFresh` have nonces.
  init(_ cells: [Cell], isFresh: Bool) {
    let told = { (hit: Bool) in
      Sample(cells.filter { $0.isAnswered && $0.numbers.metPromptCache == hit }.compactMap(\.numbers.timeToFirstToken))
    }
    (cached, others) = (told(true), told(false))
    fall = isFresh || cached.count > 0 ? nil : PromptCacheUse.fall(in: cells)
  }

  /// From 0 to 1, of the trials of which the server tells; nil where it tells of none.
  package var share: Double? {
    let all = cached.count + others.count
    return all > 0 ? Double(cached.count) / Double(all) : nil
  }

  /// Whether its own TTFTs are of both kinds, or others' are mixed otherwise.
  func isUncomparable(beside all: [PromptCacheUse]) -> Bool {
    guard let share else { return false }
    let isMixture = min(share, 1 - share) > PromptCacheUse.tolerance
    return isMixture || all.contains { abs(($0.share ?? share) - share) > PromptCacheUse.tolerance }
  }

  private static func fall(in cells: [Cell]) -> Fall? {
    let known = cells.filter { $0.isAnswered && $0.numbers.timeToFirstToken != nil }
    let byPrompt = Dictionary(grouping: known, by: \.trial.prompt).values.filter { $0.count > 1 }
    let first = byPrompt.compactMap { $0.first?.numbers.timeToFirstToken?.value }
    let later = byPrompt.compactMap { Sample($0.dropFirst().compactMap(\.numbers.timeToFirstToken)).median?.value }
    let ratios = zip(first, later).filter { $0.0 > 0 }.map { $1 / $0 }
    guard let ratio = Sample(ratios).median, ratio.value <= fall, let before = Sample(first).median,
      let after = Sample(later).median
    else { return nil }
    return Fall(first: before.value, later: after.value)
  }
}
