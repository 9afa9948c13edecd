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
    Int64(Double(now - origin) * scale)
  }

  /// The simulated wall clock, in Unix milliseconds, at a monotonic reading.
  func wall(at now: Int64) -> Int64 {
    wallOrigin + elapsed(at: now) / 1_000_000
  }

  /// The real nanoseconds that a simulated length takes.
  func real(_ simulated: Int64) -> Int64 {
    Int64(Double(simulated) / scale)
  }
}
