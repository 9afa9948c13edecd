package import Benchmark
internal import Synchronization

/// Holds a run, its judges included, to a sum in US dollars: a request leaves only while what is spent, all that is in
/// flight at its worst, and its own worst fit in.
package final class CostLimit: Sendable {
  /// What is laid aside for a request in flight.
  package struct Reservation: Hashable, Sendable {
    fileprivate let number: Int
    /// US dollars.
    fileprivate let worst: Double
  }

  private enum Answer {
    case admitted(Reservation)
    case refused, notYet
  }

  private struct State: Sendable {
    var spent: Double
    var isClosed = false
    var lastNumber = 0
    /// By their numbers: sums that are added and taken away again would not come out even.
    var reserved: [Int: Double] = [:]
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let limit: Double
  private let state: Mutex<State>

  /// `spent` is what earlier sessions of the run have cost.
  package init(limit: Double, spent: Double = 0) {
    self.limit = limit
    state = Mutex(State(spent: spent))
  }

  /// How many wait now.
  var waiting: Int { state.withLock(\.waiting.count) }

  /// Lays aside what a request may cost; waits while only what is in flight stands against it.
  ///
  /// - Returns: Nil when it may not leave: it could pass the limit, or nothing leaves any more.
  package func admit(_ worst: Double) async -> Reservation? {
    while true {
      switch take(worst) {
      case .admitted(let reservation): return reservation
      case .refused: return nil
      case .notYet: await nextSettlement()
      }
    }
  }

  /// Gives back what was laid aside for a request that did not leave.
  package func release(_ reservation: Reservation) {
    settle(reservation, cost: 0)
  }

  /// Counts what a request has cost.
  package func settle(_ reservation: Reservation, _ attempt: AttemptRecord) {
    settle(reservation, cost: attempt.cost(atWorst: reservation.worst))
  }

  /// Sends away all who wait and all who come.
  package func close() {
    wake { $0.isClosed = true }
  }

  private func take(_ worst: Double) -> Answer {
    state.withLock { state in
      if state.isClosed || state.spent + worst > limit { return .refused }
      if state.reserved.values.reduce(state.spent + worst, +) > limit { return .notYet }
      state.lastNumber += 1
      state.reserved[state.lastNumber] = worst
      return .admitted(Reservation(number: state.lastNumber, worst: worst))
    }
  }

  private func settle(_ reservation: Reservation, cost: Double) {
    wake { state in
      state.reserved[reservation.number] = nil
      state.spent += cost
    }
  }

  /// Lets all who wait ask again after a change.
  private func wake(after change: (inout State) -> Void) {
    let waiting = state.withLock { state in
      change(&state)
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  private func nextSettlement() async {
    await withCheckedContinuation { waiter in
      let isOver = state.withLock { state in
        let isOver = state.isClosed || state.reserved.isEmpty
        if !isOver { state.waiting.append(waiter) }
        return isOver
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

extension AttemptRecord {
  /// What it cost in US dollars; where nobody says, the worst, unless the server refused it or it never left.
  package func cost(atWorst worst: @autoclosure () throws -> Double) rethrows -> Double {
    let isRefused = timeline.sent == nil || status.map { $0 >= 400 } ?? false
    return try usage?.cost ?? (isRefused ? 0 : worst())
  }
}
