internal import Synchronization

/// Where work that can end in order says how; without it a signal cancels.
final class Interruption: Sendable {
  private let orderly = Mutex<(@Sendable () -> Void)?>(nil)

  /// From now on, and until it is called with nil, the first signal does this.
  func endOrderly(by end: (@Sendable () -> Void)?) {
    orderly.withLock { $0 = end }
  }

  /// Begins the orderly end, or answers false where there is none.
  func begin() -> Bool {
    guard let end = orderly.withLock({ $0 }) else { return false }
    end()
    return true
  }
}
