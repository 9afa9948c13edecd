package import Benchmark

/// What a run tells while it goes on; who listens never writes back.
package enum RunEvent: Sendable {
  /// A request may leave.
  case admitted(Trial)
  /// A request has ended and is in the journal.
  case finished(Trial, AttemptRecord)
  /// Nothing more is sent, and why.
  case stopped(Stop)
}
