import Benchmark

/// What of a request tells of a session's time; a small part of its record, which may hold a long answer.
struct TimedRequest {
  let session: Int
  let contestant: String
  let queued: Nanoseconds
  let admitted: Nanoseconds
  let ended: Nanoseconds
  private let retry: RetryRecord?

  init(_ attempt: AttemptRecord) {
    session = attempt.session
    contestant = attempt.contestant
    queued = attempt.timeline.queued
    admitted = attempt.timeline.admitted
    ended = attempt.timeline.ended
    retry = attempt.retry
  }

  var gateWait: Range<Nanoseconds> { queued..<max(queued, admitted) }

  /// How long nothing within the scope was sent after it; nil where nobody waited.
  func wait(of scope: RetryRecord.Scope) -> Nanoseconds? {
    guard let retry, retry.scope == scope, let wait = retry.wait, wait > 0 else { return nil }
    // Far longer than anybody waits; a damaged journal may hold any number.
    return min(wait, 86_400 * Nanoseconds.perSecond)
  }

  func pause(of scope: RetryRecord.Scope) -> Range<Nanoseconds>? {
    wait(of: scope).map { ended..<ended + $0 }
  }
}
