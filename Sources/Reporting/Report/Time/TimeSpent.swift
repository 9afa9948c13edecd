package import Benchmark

/// Why a run took as long as it did: every moment of its sessions is put down to one cause, so that nothing counts
/// twice where waits overlap.
package struct TimeSpent: Hashable, Sendable {
  /// What stood in the way of the next request.
  package enum Cause: String, CaseIterable, Hashable, Sendable {
    /// It could have left but for the pace that is kept.
    case pace = "rate_limit"
    /// A limit of the account was used up: somebody stood at the gate, or nothing was under way.
    case usedUp = "limit_used_up"
    /// Nothing was under way, and what was left was for models that are left alone.
    case pause = "model_pause"
    /// Nothing was under way, and what was left had failed and waited to be sent again.
    case backOff = "back_off"
    /// Requests were under way, and no place was free or nothing more was to be sent.
    case answers
  }

  /// The time that one cause took.
  package struct Share: Hashable, Sendable {
    package let cause: Cause
    package var time: Nanoseconds
    /// Waits of this cause, overlapping ones and those that held nobody up included; of `answers` the requests.
    package var count: Int
    /// The longest single wait; nil without one, and of `answers`.
    package var longest: Nanoseconds?
  }

  /// A model that was left alone for a while; others went on.
  package struct Pause: Hashable, Sendable {
    package let contestant: String
    /// From the first refusal on, overlapping waits counted once.
    package var time: Nanoseconds
    /// Requests that it turned away.
    package var refusals: Int
    package var longest: Nanoseconds
  }

  package let sessions: Int
  /// Of all sessions, each from its first request to its last answer.
  package let total: Nanoseconds
  /// One for every cause.
  package let shares: [Share]
  /// The longest first.
  package let pauses: [Pause]
  /// What servers said they allow, in the order in which they did.
  package let limits: [LimitRecord]

  /// `requests` are all that were sent, to contestants and to judges.
  init(_ requests: [TimedRequest], limits: [LimitRecord]) {
    let sessions = Dictionary(grouping: requests, by: \.session).values.map(SessionTime.init)
    self.sessions = sessions.count
    total = sessions.reduce(0) { $0.addingSaturated($1.length) }
    shares = Cause.allCases.map { cause in
      sessions.map { $0.share(of: cause) }.reduce(Share(cause: cause, time: 0, count: 0, longest: nil), +)
    }
    var pauses: [String: Pause] = [:]
    for (contestant, pause) in sessions.flatMap(\.pauses) {
      let pause = Pause(contestant, pause.spans, refusals: pause.refusals)
      pauses[contestant] = pauses[contestant].map { $0 + pause } ?? pause
    }
    self.pauses = pauses.values.sorted { ($1.time, $0.contestant) < ($0.time, $1.contestant) }
    self.limits = limits
  }

  /// The causes that took long enough to be told of, answers left out.
  package var waits: [Share] { shares.filter { $0.cause != .answers && $0.time >= TimeSpent.least } }

  /// Whether anything but answers took time, or something was learned.
  package var isWorthTelling: Bool { !waits.isEmpty || !pauses.isEmpty || !limits.isEmpty }

  /// Shorter waits slow nothing down.
  private static let least = Nanoseconds.perSecond
}

extension TimeSpent.Share {
  fileprivate static func + (first: Self, second: Self) -> Self {
    Self(
      cause: first.cause, time: first.time.addingSaturated(second.time), count: first.count + second.count,
      longest: [first.longest, second.longest].compactMap(\.self).max())
  }
}

extension TimeSpent.Pause {
  fileprivate init(_ contestant: String, _ spans: Spans, refusals: Int) {
    self.contestant = contestant
    self.refusals = refusals
    time = spans.length
    longest = spans.ranges.map { $0.upperBound - $0.lowerBound }.max() ?? 0
  }

  fileprivate static func + (first: Self, second: Self) -> Self {
    var sum = first
    sum.time = sum.time.addingSaturated(second.time)
    sum.refusals += second.refusals
    sum.longest = max(first.longest, second.longest)
    return sum
  }
}
