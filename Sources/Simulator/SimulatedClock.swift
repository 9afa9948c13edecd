/// Turns readings of the monotonic clock into simulated time.
struct SimulatedClock: Sendable {
  /// Simulated seconds per second.
  let scale: Double
  /// The monotonic reading, in nanoseconds, at which the simulated clock began.
  let origin: Int64
  /// What the simulated wall clock showed then, in Unix milliseconds.
  let wallOrigin: Int64

  /// The simulated nanoseconds that have passed at a monotonic reading.
  func elapsed(at now: Int64) -> Int64 {
    Int64(bounded: Double(now - origin) * scale)
  }

  /// The simulated wall clock, in Unix milliseconds, at a monotonic reading.
  func wall(at now: Int64) -> Int64 {
    wallOrigin + elapsed(at: now) / 1_000_000
  }

  /// The real nanoseconds that a simulated length takes.
  func real(_ simulated: Int64) -> Int64 {
    Int64(bounded: Double(simulated) / scale)
  }
}

extension Int64 {
  /// A century, in nanoseconds: nothing lasts longer, however time is stretched.
  private static let century: Int64 = 3_155_760_000_000_000_000

  /// At most a century.
  fileprivate init(bounded nanoseconds: Double) {
    self = nanoseconds < Double(Int64.century) ? Int64(nanoseconds) : Int64.century
  }

  /// Of two lengths of time; the longest that there is where their sum would be longer.
  func extended(by other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
