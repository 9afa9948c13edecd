internal import Benchmark

/// A request that may leave: what is known of an attempt before its answer is.
struct Permit: Sendable {
  var trial: Trial
  /// UTC, RFC 3339.
  var wall: String
  /// On the monotonic clock.
  var queued: Nanoseconds
  /// On the monotonic clock.
  var admitted: Nanoseconds
  /// The nonce in front of its first message; nil for none.
  var nonce: String?
  /// What is laid aside for it; nil where no sum is set.
  var reservation: CostLimit.Reservation?
}
