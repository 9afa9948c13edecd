internal import Benchmark
internal import Synchronization

/// The end of a run's sending: when it has come nothing more leaves, and nobody waits for anything but answers.
final class RunEnd: Sendable {
  private struct State: Sendable {
    var stop: Stop?
    var isClosed = false
    var hasCutShort = false
    var naps: [Int: Task<Void, any Error>] = [:]
    var lastNap = 0
  }

  private let limiter: ConcurrencyLimiter
  private let costLimit: CostLimit?
  private let clock: RunClock
  private let state = Mutex(State())

  init(of limiter: ConcurrencyLimiter, _ costLimit: CostLimit? = nil, clock: RunClock) {
    self.limiter = limiter
    self.costLimit = costLimit
    self.clock = clock
  }

  /// Why it came; nil as long as it has not, and where a drain or a cancellation brought it.
  var stop: Stop? { state.withLock(\.stop) }
  var isClosed: Bool { state.withLock(\.isClosed) }
  /// Somebody was sent away who would have sent again.
  var hasCutShort: Bool { state.withLock(\.hasCutShort) }

  /// Ends it for a reason; whether that is the first.
  @discardableResult
  func close(because stop: Stop) -> Bool {
    let isFirst = state.withLock { state in
      defer { state.stop = state.stop ?? stop }
      return state.stop == nil
    }
    close()
    return isFirst
  }

  func close() {
    let naps = state.withLock { state in
      state.isClosed = true
      return state.naps.values
    }
    for sleepTask in naps { sleepTask.cancel() }
    costLimit?.close()
    limiter.close()
  }

  func noteCutShort() {
    state.withLock { $0.hasCutShort = true }
  }

  /// Rests for so long; false when the end came first.
  func rest(_ time: Nanoseconds) async -> Bool {
    guard time > 0 else { return !isClosed }
    let sleep = clock.sleep
    let sleepTask = Task { try await sleep(time) }
    let number: Int? = state.withLock { state in
      guard !state.isClosed else { return nil }
      state.lastNap += 1
      state.naps[state.lastNap] = sleepTask
      return state.lastNap
    }
    guard let number else {
      sleepTask.cancel()
      return false
    }
    _ = await sleepTask.result
    return state.withLock { state in
      state.naps[number] = nil
      return !state.isClosed
    }
  }
}
