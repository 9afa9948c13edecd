import Benchmark

/// What of a request tells of a session's time.
struct TimedRequest {
  let session: Int
  let contestant: String
  let queued: Nanoseconds
  let admitted: Nanoseconds
  let ended: Nanoseconds
  /// For how long nothing within the scope was sent after it; nil where nobody waited.
  private let wait: Nanoseconds?
  private let scope: RetryRecord.Scope?

  init(_ attempt: AttemptRecord) {
    session = attempt.session
    contestant = attempt.contestant
    queued = attempt.timeline.queued
    admitted = attempt.timeline.admitted
    ended = attempt.timeline.ended
    scope = attempt.retry?.scope
    // Far longer than anybody waits; a damaged journal may hold any number.
    wait = attempt.retry?.wait.flatMap { $0 > 0 ? min($0, 86_400 * Nanoseconds.perSecond) : nil }
  }

  var gateWait: Range<Nanoseconds> { queued..<max(queued, admitted) }

  func wait(of scope: RetryRecord.Scope) -> Nanoseconds? { self.scope == scope ? wait : nil }

  func pause(of scope: RetryRecord.Scope) -> Range<Nanoseconds>? {
    wait(of: scope).map { ended..<ended + $0 }
  }
}
