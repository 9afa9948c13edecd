internal import Synchronization

/// The counts of a running simulator: the event loop writes them, anybody may read them.
final class Tally: Sendable {
  private let state: Mutex<State>

  /// `window` is the length of the rolling window in simulated nanoseconds.
  init(window: Int64) {
    state = Mutex(State(arrivals: RollingPeak(window: window)))
  }

  var counts: SimulatorCounts {
    // The quantiles are worked out on a copy: the event loop shall not wait for them.
    let state = state.withLock(\.self)
    var counts = state.counts
    counts.busiestMinute = state.arrivals.peak
    counts.lateness = state.late.lateness
    return counts
  }

  /// Whether no answer is on its way to anybody.
  var isIdle: Bool { state.withLock { $0.inFlight == 0 } }

  func served() {
    state.withLock { $0.counts.requests += 1 }
  }

  /// A chat request arrived, by the simulated clock.
  func chatArrived(at time: Int64) {
    state.withLock { $0.arrivals.add(at: time) }
  }

  func chatAnswered(status: Int) {
    state.withLock { $0.counts.chatsByStatus[status, default: 0] += 1 }
  }

  func chatAsked(of model: String) {
    state.withLock { $0.counts.chatsByModel[model, default: 0] += 1 }
  }

  func wasRedirected() {
    state.withLock { $0.counts.redirected += 1 }
  }

  func answerBegan() {
    state.withLock { state in
      state.inFlight += 1
      state.counts.inFlightPeak = max(state.counts.inFlightPeak, state.inFlight)
    }
  }

  func answerEnded(dropped: Bool) {
    state.withLock { state in
      state.inFlight -= 1
      if dropped { state.counts.droppedAnswers += 1 }
    }
  }

  func wrote(late nanoseconds: Int64) {
    state.withLock { $0.late.add(nanoseconds) }
  }

  /// All that the lock guards.
  private struct State {
    var counts = SimulatorCounts()
    var arrivals: RollingPeak
    var late = LatenessHistogram()
    var inFlight = 0
  }
}
