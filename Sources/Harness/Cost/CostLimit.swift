package import Benchmark
internal import Synchronization

/// Holds a run to a sum in US dollars: a request leaves only while what is spent, all that is in flight at its worst,
/// and its own worst fit in.
package final class CostLimit: Sendable {
  private enum Answer {
    case admitted, refused, notYet
  }

  private struct State: Sendable {
    var spent: Double
    /// The worst case of each trial in flight, by its number.
    var reserved: [Int: Double] = [:]
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let limit: Double
  /// What one request of a trial may cost, by the trial's number.
  private let worst: [Double]
  private let state: Mutex<State>

  /// `earlier` are the attempts of the run's earlier sessions, whose cost counts too.
  package init(limit: Double, worst: [Double], earlier: [AttemptRecord] = []) {
    self.limit = limit
    self.worst = worst
    state = Mutex(State(spent: 0))
    earlier.forEach(settle)
  }

  /// Whether the trial's request may leave; waits while only what is in flight stands against it.
  package func admit(_ trial: Trial) async -> Bool {
    while true {
      switch take(trial.number) {
      case .admitted: return true
      case .refused: return false
      case .notYet: await nextSettlement()
      }
    }
  }

  /// Gives back what a request would have cost that did not leave.
  package func release(_ trial: Trial) {
    settle(trial.number, cost: 0)
  }

  /// Counts what a request cost; where nobody says, its worst, unless the server refused it or it never left.
  package func settle(_ attempt: AttemptRecord) {
    let isRefused = attempt.timeline.sent == nil || attempt.status.map { $0 >= 400 } ?? false
    settle(attempt.trial, cost: attempt.usage?.cost ?? (isRefused ? 0 : worst(of: attempt.trial)))
  }

  private func worst(of trial: Int) -> Double { worst.indices.contains(trial) ? worst[trial] : 0 }

  private func take(_ trial: Int) -> Answer {
    state.withLock { state in
      let own = worst(of: trial)
      if state.spent + own > limit { return .refused }
      if state.reserved.values.reduce(state.spent + own, +) > limit { return .notYet }
      state.reserved[trial] = own
      return .admitted
    }
  }

  private func settle(_ trial: Int, cost: Double) {
    let waiting = state.withLock { state in
      state.reserved[trial] = nil
      state.spent += cost
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  private func nextSettlement() async {
    await withCheckedContinuation { waiter in
      let isOver = state.withLock { state in
        if !state.reserved.isEmpty { state.waiting.append(waiter) }
        return state.reserved.isEmpty
      }
      if isOver { waiter.resume() }
    }
  }
}

extension CostLimit: CustomStringConvertible {
  /// One clause: why nothing more is sent.
  package var description: String {
    "another request could pass the limit of \(Dollars.text(limit)) ('--max-cost'); "
      + "\(Dollars.text(state.withLock(\.spent))) are spent"
  }
}
