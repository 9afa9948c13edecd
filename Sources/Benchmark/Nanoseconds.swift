/// Nanoseconds on a monotonic clock, or between two of its readings.
package typealias Nanoseconds = Int64

extension Nanoseconds {
  package static let perMillisecond: Nanoseconds = 1_000_000
  package static let perSecond: Nanoseconds = 1_000_000_000

  /// The same length in milliseconds, for people and for CSV columns named `…_ms`.
  package var milliseconds: Double { Double(self) / Double(Nanoseconds.perMillisecond) }

  /// The same length in seconds.
  package var seconds: Double { Double(self) / Double(Nanoseconds.perSecond) }
}
