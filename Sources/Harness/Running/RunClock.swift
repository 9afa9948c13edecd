package import Benchmark

/// The clocks of a run, passed in: nothing in the harness reads the time by itself.
package struct RunClock: Sendable {
  /// Stands still while the machine sleeps; every stamp is read from it.
  package var monotonic: @Sendable () -> Nanoseconds
  /// Runs on while the machine sleeps: what the two drift apart is sleep.
  package var continuous: @Sendable () -> Nanoseconds
  /// UTC, RFC 3339 with milliseconds.
  package var wall: @Sendable () -> String

  package init(
    monotonic: @escaping @Sendable () -> Nanoseconds, continuous: @escaping @Sendable () -> Nanoseconds,
    wall: @escaping @Sendable () -> String
  ) {
    self.monotonic = monotonic
    self.continuous = continuous
    self.wall = wall
  }
}

/// A reading of both clocks, to find out later whether the machine slept in between.
struct WakeMark: Sendable {
  /// More than clocks that are read one after the other can differ by.
  private static let tolerance = 50 * Nanoseconds.perMillisecond

  private let drift: Nanoseconds

  init(_ clock: RunClock) {
    drift = clock.continuous() - clock.monotonic()
  }

  func sleptSince(_ earlier: WakeMark) -> Bool { drift - earlier.drift > WakeMark.tolerance }
}
