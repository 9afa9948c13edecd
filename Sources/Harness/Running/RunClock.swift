package import Benchmark

/// The clocks of a run, passed in: nothing in the harness reads the time by itself.
package struct RunClock: Sendable {
  /// Stands still while the machine sleeps; every stamp is read from it.
  package var monotonic: @Sendable () -> Nanoseconds
  /// Runs on while the machine sleeps: what the two drift apart is sleep.
  package var continuous: @Sendable () -> Nanoseconds
  /// Milliseconds since 1970: for labels, and for instants that servers name.
  package var wallMilliseconds: @Sendable () -> Int64
  /// Returns after so long; throws when its task is cancelled.
  package var sleep: @Sendable (Nanoseconds) async throws -> Void

  package init(
    monotonic: @escaping @Sendable () -> Nanoseconds, continuous: @escaping @Sendable () -> Nanoseconds,
    wallMilliseconds: @escaping @Sendable () -> Int64, sleep: @escaping @Sendable (Nanoseconds) async throws -> Void
  ) {
    self.monotonic = monotonic
    self.continuous = continuous
    self.wallMilliseconds = wallMilliseconds
    self.sleep = sleep
  }

  /// UTC, RFC 3339 with milliseconds; empty outside the years 1970 to 9999.
  package var wall: String { Timestamp.text(milliseconds: wallMilliseconds()) ?? "" }
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
