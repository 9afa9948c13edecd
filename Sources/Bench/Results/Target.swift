/// What the product has promised of itself.
struct Target: Sendable {
  /// What is promised, without the number: "64 streams: median TTFT above the C client's".
  var promise: String
  var unit: String
  var limit: Double
  /// Whether the limit is the least that will do, and not the most.
  var isLeast = false
  /// Nil when the workload was not measured.
  var figure: Middle?

  var isMet: Bool? {
    figure.map { isLeast ? $0.median >= limit : $0.median <= limit }
  }

  /// `met: 64 streams: …: 0.12 ms (0.08 to 0.20), at most 0.30`.
  var text: String? {
    guard let figure, let isMet else { return nil }
    let number = { (value: Double) in Decimals.text(value, 2) }
    let range = figure.least < figure.most ? " (\(number(figure.least)) to \(number(figure.most)))" : ""
    return "\(isMet ? "met" : "NOT MET"): \(promise): \(number(figure.median))\(unit)\(range), "
      + "\(isLeast ? "at least" : "at most") \(number(limit))"
  }
}

extension Target {
  /// All promises, with what the results say of them.
  static func all(_ results: [WorkloadResult]) -> [Target] {
    let of = { (workload: Workload) in results.first { $0.workload == workload } }
    return streams(of(.streams64), name: "64 streams", p99: 1, ratio: 4)
      + streams(of(.streams512), name: "512 streams", p99: 5, ratio: 3)
      + [
        Target(
          promise: "512 streams: peak memory", unit: " MB", limit: 60,
          figure: of(.streams512).flatMap { Middle($0.ours.compactMap(Figure.peakMemory.value)) }),
        Target(
          promise: "flat out: chunks/s ÷ the C client's", unit: "", limit: 0.5, isLeast: true,
          figure: of(.flatOut)?.ratio(.chunkRate)),
        Target(
          promise: "100,000 trials: peak memory above that of 1,000", unit: " MB", limit: 20,
          figure: growth(from: of(.trials1k), to: of(.trials100k))),
        Target(
          promise: "100,000 trials: processor time each ÷ that of 10,000", unit: "", limit: 1.3,
          figure: slowing(from: of(.trials10k), to: of(.trials100k))),
        Target(
          promise: "reports: memory for each measurement from 10,000 to 100,000", unit: " kB", limit: 1,
          figure: slope(from: of(.trials10k)?.replay, to: of(.trials100k)?.replay)),
      ]
  }

  private static func streams(_ result: WorkloadResult?, name: String, p99: Double, ratio: Double) -> [Target] {
    [
      Target(
        promise: "\(name): median TTFT above the C client's", unit: " ms", limit: 0.3,
        figure: result?.difference(.firstTokenMedian)),
      Target(
        promise: "\(name): p99 TTFT above the C client's", unit: " ms", limit: p99,
        figure: result?.difference(.firstToken99)),
      Target(
        promise: "\(name): processor time a chunk ÷ the C client's", unit: "", limit: ratio,
        figure: result?.ratio(.processorTime)),
    ]
  }

  private static func growth(from small: WorkloadResult?, to large: WorkloadResult?) -> Middle? {
    guard let small = small?.ours.first, let large = large?.ours.first else { return nil }
    return Middle([(large.peakMemory - small.peakMemory) / 1_000_000])
  }

  private static func slowing(from small: WorkloadResult?, to large: WorkloadResult?) -> Middle? {
    let times = [small, large].compactMap { $0?.ours.first.flatMap(Figure.processorTime.value) }
    return times.count == 2 ? Middle([times[1] / times[0]]) : nil
  }

  private static func slope(from small: Replay?, to large: Replay?) -> Middle? {
    guard let small, let large else { return nil }
    let (memory, count) = (large.peakMemory - small.peakMemory, large.measurements - small.measurements)
    return Middle([Double(memory) / Double(count) / 1_000])
  }
}
