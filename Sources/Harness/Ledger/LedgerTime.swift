package import Benchmark

/// An instant as all processes of a machine can tell it: by the wall clock, and by one that never steps.
package struct LedgerTime: Hashable, Sendable {
  private static let millisecondsADay: Int64 = 86_400_000

  /// Milliseconds since 1970.
  package var wall: Int64
  /// Nanoseconds since the machine started, its sleep included.
  package var continuous: Nanoseconds
  /// Changes at every start of the machine; empty where the system does not say.
  package var boot: String

  package init(wall: Int64, continuous: Nanoseconds, boot: String) {
    self.wall = wall
    self.continuous = continuous
    self.boot = boot
  }

  /// The UTC day by the wall clock, counted from 1970.
  package var day: Int64 { (wall - wall % LedgerTime.millisecondsADay) / LedgerTime.millisecondsADay }

  /// The end of the UTC day, in milliseconds since 1970.
  package var nextMidnight: Int64 { (day + 1) * LedgerTime.millisecondsADay }

  /// What the continuous clock showed when the UTC day began; negative when the machine was off.
  var dayBegan: Nanoseconds { continuous - (wall - day * LedgerTime.millisecondsADay) * Nanoseconds.perMillisecond }
}
