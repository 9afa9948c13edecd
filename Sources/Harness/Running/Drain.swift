internal import Synchronization

/// Tells a run to admit nothing more and let what is in flight end by itself.
package final class Drain: Sendable {
  private let begun = Mutex(false)

  package init() {}

  package func begin() {
    begun.withLock { $0 = true }
  }

  package var isDraining: Bool { begun.withLock { $0 } }
}
