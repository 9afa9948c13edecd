internal import Benchmark

/// What a request of each of a plan's trials may cost, and the limit that all of them keep.
package struct CostBudget: Sendable {
  package let limit: CostLimit
  /// US dollars for one request, by the trial's number.
  private let worst: [Double]

  package init(_ limit: CostLimit, worst: [Double]) {
    self.limit = limit
    self.worst = worst
  }

  /// Lays aside what a request of the trial may cost; nil when it may not leave.
  func admit(_ trial: Trial) async -> CostLimit.Reservation? { await limit.admit(worst[trial.number]) }
}
