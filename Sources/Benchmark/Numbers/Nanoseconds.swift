/// Nanoseconds on a monotonic clock, or between two of its readings.
package typealias Nanoseconds = Int64

extension Nanoseconds {
  package static let perMillisecond: Nanoseconds = 1_000_000
  package static let perSecond: Nanoseconds = 1_000_000_000

  /// A leap year: longer waits are slips of the keyboard, or nonsense of a server's.
  package static let longestWait: Nanoseconds = 366 * 86_400 * perSecond

  /// A century each way: a difference of two such instants fits.
  private static let instants = -(100 * 365 * 86_400 * perSecond)...(100 * 365 * 86_400 * perSecond)

  /// A wait that somebody else says, at most the longest; nil for less than none, and for no number.
  package init?(seconds: Double) {
    guard seconds >= 0 else { return nil }
    self = Nanoseconds((Swift.min(seconds, Nanoseconds.longestWait.seconds) * Double(Nanoseconds.perSecond)).rounded())
  }

  /// The same length in milliseconds, for people and for CSV columns named `…_ms`.
  package var milliseconds: Double { Double(self) / Double(Nanoseconds.perMillisecond) }

  /// The same length in seconds.
  package var seconds: Double { Double(self) / Double(Nanoseconds.perSecond) }

  /// - Throws: `ImpossibleNumber` for the first that is no instant of a session nor a length of time; nil is fine.
  package static func verify(_ times: KeyValuePairs<String, Nanoseconds?>) throws(ImpossibleNumber) {
    for (name, time) in times where time.map(instants.contains) == false {
      throw ImpossibleNumber(name, "\(time ?? 0)")
    }
  }
}
