internal import Benchmark

/// What a workload gave: the rounds of both clients, in their order.
struct WorkloadResult: Sendable {
  var workload: Workload
  /// The client in C; empty where it cannot run.
  var floor: [Measurement] = []
  var ours: [Measurement] = []
  /// Of the last round.
  var replay: Replay?

  /// Over rounds, ours less the floor of the same minute.
  func difference(_ figure: Figure) -> Middle? {
    paired(figure).flatMap { Middle($0.map { $0.ours - $0.floor }) }
  }

  /// Over rounds, ours divided by the floor of the same minute.
  func ratio(_ figure: Figure) -> Middle? {
    paired(figure).flatMap { pairs in
      pairs.allSatisfy { $0.floor > 0 } ? Middle(pairs.map { $0.ours / $0.floor }) : nil
    }
  }

  /// The share of the client's processor time that writing its journal takes; both are of the last round.
  var journalShare: Double? {
    guard let replay, let last = ours.last else { return nil }
    return replay.journaling.seconds / last.processorTime
  }

  /// Nil unless every round tells.
  private func paired(_ figure: Figure) -> [(ours: Double, floor: Double)]? {
    let pairs = zip(ours, floor).compactMap { ours, floor in
      figure.value(ours).flatMap { ours in figure.value(floor).map { (ours, $0) } }
    }
    return !pairs.isEmpty && pairs.count == ours.count ? pairs : nil
  }
}
