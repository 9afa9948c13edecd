package import Benchmark

/// What a run tells while it goes on; who listens never writes back.
package enum RunEvent: Sendable {
  /// A request may leave.
  case admitted(Trial)
  /// A request has ended and is in the journal; its record says whether it is sent again.
  case finished(Trial, AttemptRecord)
  /// A trial has its outcome, that of its last attempt.
  case settled(Trial, AttemptRecord)
  /// The server refused a field, and what is sent from now on.
  case adapted(AdaptationRecord)
  /// The server named another limit than was kept.
  case limited(LimitRecord)
  /// Nothing more is sent, and why.
  case stopped(Stop)
}
